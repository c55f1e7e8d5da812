package dev.elm4j.sandbox.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * What runs inside: the supervisor's Python files and the class files of the worker, out of the jar that this class is in.
 *
 * @param contents by their names relative to {@code dev/elm4j/sandbox/worker/}
 */
record WorkerFiles(SortedMap<String, byte[]> contents) {

    private static final String PACKAGE = "dev/elm4j/sandbox/worker/";
    private static final String JAR = "worker.jar";

    WorkerFiles {
        contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
    }

    /** Those of this toolkit. */
    static WorkerFiles load() throws IOException {
        URL anchor = WorkerFiles.class.getResource("/" + PACKAGE + "supervisor.py");
        if (anchor == null) {
            throw new IOException("the sandbox's jar lacks " + PACKAGE + "supervisor.py; install it again");
        }
        var contents = new TreeMap<String, byte[]>();
        if (anchor.openConnection() instanceof JarURLConnection connection) {
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                read(jar, contents);
            }
        } else {
            read(Path.of(URI.create(anchor.toString())).getParent(), contents);
            URL classes = WorkerFiles.class.getResource("/" + PACKAGE + "Runner.class");
            if (classes != null) {
                read(Path.of(URI.create(classes.toString())).getParent(), contents);
            }
        }
        return new WorkerFiles(contents);
    }

    private static void read(JarFile jar, Map<String, byte[]> contents) throws IOException {
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (entry.getName().startsWith(PACKAGE) && isOurs(entry.getName())) {
                try (InputStream stream = jar.getInputStream(entry)) {
                    contents.put(entry.getName().substring(PACKAGE.length()), stream.readAllBytes());
                }
            }
        }
    }

    private static void read(Path folder, Map<String, byte[]> contents) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> isOurs(path.toString())).toList()) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    private static boolean isOurs(String name) {
        return name.endsWith(".py") || name.endsWith(".class");
    }

    /** SHA-256 over name, length and bytes of each, in the order of names; the set-up computes the same for the image. */
    String digest() {
        MessageDigest digest = sha256();
        contents.forEach((name, bytes) -> {
            digest.update((name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it
        }
    }

    /** The tag of the image that holds these files. */
    String imageTag() {
        return "elm4j-sandbox:" + digest().substring(0, 12);
    }

    /**
     * The folder of these files on this machine, readable by all; what is there is compared byte by byte and written again
     * where it differs, and anything else in it is removed: Python would take compiled files for its own, and Java archives.
     * So are folders of other versions that nobody uses any more.
     */
    Path extract(Home home) throws IOException {
        var folders = new WorkerFolders(OwnFolder.of(home));
        Path folder = folders.use(digest().substring(0, 12));
        try {
            folders.removeOld(folder);
        } catch (IOException left) {
            // another process is at it too; or the next one removes them
        }
        removeOthers(folder);
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            if (entry.getKey().endsWith(".py")) {
                WholeFile.write(folder.resolve(entry.getKey()), entry.getValue());
            }
        }
        WholeFile.write(folder.resolve(JAR), jar());
        return folder;
    }

    private void removeOthers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> !isExpected(file.getFileName().toString())).forEach(Sweep::remove);
        }
    }

    /** Ours, or on the way to it from another process just now. */
    private boolean isExpected(String name) {
        return name.equals(JAR) || name.endsWith(WholeFile.DRAFT) || contents.containsKey(name) && name.endsWith(".py");
    }

    /** The class files as a jar; not compressed, since a JVM reads it for every program. */
    private byte[] jar() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            jar.setLevel(0);
            for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
                if (entry.getKey().endsWith(".class")) {
                    var place = new JarEntry(PACKAGE + entry.getKey());
                    place.setTime(0);
                    jar.putNextEntry(place);
                    jar.write(entry.getValue());
                }
            }
        }
        return bytes.toByteArray();
    }
}
