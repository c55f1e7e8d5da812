package dev.elm4j.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One program of {@code attacks/python} or {@code attacks/java}: what it tries, how it may honestly end, and what its value
 * must not say. Each has the entry point {@code run} with one argument, the bait, and stops as soon as it has shown that it
 * could.
 *
 * @param name of its file
 * @param honest statuses that tell the truth about it
 * @param never what its value must not match, in any tier
 * @param neverOnHost the same, in the tiers that share files and processes of the host
 * @param truncated whether it prints more than is kept
 * @param chosen whether it is of the small form of the battery
 */
record Attack(
        String name,
        Program program,
        Limits limits,
        Set<ProgramStatus> honest,
        List<Pattern> never,
        List<Pattern> neverOnHost,
        boolean truncated,
        boolean chosen) {

    /** All attacks in a language that this machine can try, by name. */
    static List<Attack> all(Language language) {
        String extension = language == Language.PYTHON ? ".py" : ".java";
        try (var files = Files.list(folder(language))) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .map(file -> parse(file.getFileName().toString(), language, read(file)))
                    .filter(attack -> !attack.program.source().contains("machine: x86_64")
                            || System.getProperty("os.arch").equals("amd64"))
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static Attack parse(String name, Language language, String source) {
        var header = new Header(source);
        Limits limits = Limits.usual()
                .cpu(Duration.ofMillis(header.number("cpu", 1_000)))
                .wall(Duration.ofMillis(header.number("wall", 10_000)))
                .compile(Duration.ofMillis(header.number("compile", 5_000)))
                .memoryMb(header.number("memory", 512));
        Set<ProgramStatus> honest = EnumSet.noneOf(ProgramStatus.class);
        for (String status : header.one("honest").split(",\\s*")) {
            honest.add(ProgramStatus.valueOf(status));
        }
        if (header.one("tries").isEmpty()) {
            throw new IllegalArgumentException(name + " must say what it tries");
        }
        return new Attack(
                name,
                new Program(language, header.expanded(), "run"),
                limits,
                honest,
                header.patterns("never"),
                header.patterns("never-on-host"),
                header.one("truncated").equals("true"),
                header.one("chosen").equals("true"));
    }

    private static Path folder(Language language) {
        var url = Attack.class.getResource("attacks/" + language.name().toLowerCase(Locale.ROOT));
        return Path.of(url.getPath());
    }

    private static String read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** The comments {@code key: value} of a source. */
    private record Header(String source) {

        List<String> values(String key) {
            var values = new ArrayList<String>();
            for (String line : source.split("\n")) {
                String start = (line.startsWith("//") ? "// " : "# ") + key + ": ";
                if (line.startsWith(start)) {
                    values.add(line.substring(start.length()).strip());
                }
            }
            return values;
        }

        String one(String key) {
            List<String> values = values(key);
            return values.isEmpty() ? "" : values.get(0);
        }

        int number(String key, int usual) {
            return one(key).isEmpty() ? usual : Integer.parseInt(one(key));
        }

        List<Pattern> patterns(String key) {
            return values(key).stream().map(Pattern::compile).toList();
        }

        /** The source where each {@code expand: WORD 1000 text} has put that often the text for the word. */
        String expanded() {
            String text = source;
            for (String rule : values("expand")) {
                String[] parts = rule.split(" ", 3);
                String many = parts[2].replace("\\0", "\0").repeat(Integer.parseInt(parts[1]));
                text = text.replaceAll("(?m)^(# |// )expand: " + parts[0] + " .*$", "")
                        .replace(parts[0], many);
            }
            return text;
        }
    }
}
