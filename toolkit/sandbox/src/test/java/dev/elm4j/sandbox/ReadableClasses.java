package dev.elm4j.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;

/** The class path of these tests, copied to where another user, or a container, may read it. */
final class ReadableClasses {

    private ReadableClasses() {}

    /** The class path of the copies, which lie in the folder. */
    static String in(Path folder) throws IOException {
        var copies = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path source = Path.of(entry);
            if (Files.exists(source)) {
                Path target = folder.resolve(copies.size() + "-" + source.getFileName());
                copy(source, target);
                copies.add(target.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.copy(file, file.equals(source) ? target : copy);
            }
        }
    }
}
