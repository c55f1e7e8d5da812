package dev.elm4j.journal;

import dev.elm4j.search.Cassette;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cassettes in a run's folder: {@code cassette.jsonl} of the run itself, and {@code cassette-1.jsonl} and so on of runs
 * whose journals are gone.
 */
record Cassettes(Path folder) {

    private static final Pattern ASIDE = Pattern.compile("cassette-([1-9]\\d{0,8})\\.jsonl");
    private static final String ADVICE = "Move it out of the run's folder.";

    /**
     * Moves aside a cassette that an earlier run has left: nothing of it was paid by the run that begins.
     *
     * @throws IllegalStateException if the file is no cassette; nothing is changed
     */
    String setAside() throws IOException {
        Path own = own(folder);
        if (!Files.exists(own) || Files.size(own) == 0) {
            return "";
        }
        new CassetteText(own).run(ADVICE);
        int number = numbers(folder).stream().findFirst().orElse(0) + 1;
        Files.move(own, aside(folder, number));
        return "The journal in %s begins anew. The answers that models gave to an earlier run there are kept in %s and taken from it before a model is asked again; move that file away to have new ones."
                .formatted(folder, aside(folder, number).getFileName());
    }

    /**
     * The cassette of a run, and those that it may take answers from: that of the setup first, then what was set aside here.
     *
     * @throws IllegalStateException if the source is not there, or one of them is damaged
     */
    RunCassette open(Cassette cassette, String run) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        if (cassette.source().isPresent()) {
            files.addAll(source(cassette.source().get()));
        }
        files.addAll(aside(folder));
        files.remove(real(own(folder)));
        var others = new ArrayList<ForeignCassette>();
        files.forEach(file -> others.add(new ForeignCassette(file)));
        return new RunCassette(new CassetteWriter(own(folder), run), others, cassette);
    }

    private List<Path> source(Path source) throws IOException {
        if (!Files.exists(source) && isOwn(source) && !aside(folder).isEmpty()) {
            return aside(folder); // it was moved there, by this session or an earlier one
        }
        if (!Files.exists(source)) {
            throw new IllegalStateException(
                    "There is no cassette %s. Give the folder of a run, or its cassette.jsonl, to Cassette.replay(...)."
                            .formatted(source.toAbsolutePath()));
        }
        if (!Files.isDirectory(source)) {
            return List.of(real(source));
        }
        var files = new ArrayList<Path>();
        if (Files.exists(own(source))) {
            files.add(real(own(source)));
        }
        files.addAll(aside(source));
        if (files.isEmpty() && !real(source).equals(real(folder))) {
            throw new IllegalStateException(
                    "The folder %s has no cassette.jsonl: its run has asked no model. Give another one to Cassette.replay(...)."
                            .formatted(source.toAbsolutePath()));
        }
        return files;
    }

    /** Those that were set aside, the last first. */
    private static List<Path> aside(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        for (int number : numbers(folder)) {
            files.add(real(aside(folder, number)));
        }
        return files;
    }

    /** The numbers of those that were set aside, the last first; whoever moved one away has left a gap. */
    private static List<Integer> numbers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> ASIDE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(matcher -> Integer.valueOf(matcher.group(1)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static Path own(Path folder) {
        return folder.resolve("cassette.jsonl");
    }

    private static Path aside(Path folder, int number) {
        return folder.resolve("cassette-%d.jsonl".formatted(number));
    }

    /** Whether a file that is not there would be this run's own. */
    private boolean isOwn(Path source) throws IOException {
        Path absolute = source.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return parent != null
                && real(own(parent)).equals(real(absolute))
                && real(parent).equals(real(folder));
    }

    /** So that one file is not taken for two. */
    private static Path real(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
    }
}
