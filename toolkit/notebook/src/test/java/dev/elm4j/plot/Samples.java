package dev.elm4j.plot;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Measures;
import dev.elm4j.archive.Statistics;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.Candidate;
import dev.elm4j.search.Candidates;
import dev.elm4j.search.Commit;
import dev.elm4j.search.Commits;
import dev.elm4j.search.Evaluations;
import dev.elm4j.search.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Values for the tests of pictures. */
final class Samples {

    static final Axis LENGTH = Axis.of("length", 2, 20).unit("words");
    static final Axis SENTIMENT = Axis.of("sentiment", -1, 1);
    static final List<Axis> AXES = List.of(LENGTH, SENTIMENT);

    /** Texts that a hostile or a broken model may write; each holds {@code PWNED} where it could do harm. */
    static final List<String> HOSTILE = List.of(
            "</script><script>alert('PWNED')</script>",
            "<img src=x onerror=\"alert('PWNED')\">",
            "\" onmouseover=\"PWNED",
            "' onmouseover='PWNED",
            "<b>bold</b> <a href=\"javascript:PWNED\">link</a>",
            "line one\nline two\r\nline three\u2028four\u2029five",
            "nul \u0000 bell \u0007 escape \u001b[31m backspace \b delete \u007f next \u0085",
            "\u202egnp.exe\u202c \u2066isolate \u200bzero\ufeffwidth",
            "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd",
            "\ud83d\udc69\u200d\ud83d\ude80 rocket \ud83c\udf5c \u8336\u7897\u306e\u4e2d",
            "half \ud83d of an emoji",
            "&lt;script&gt; &amp;amp; %{text} $x^2$ ${y}",
            "]]> --> <!-- PWNED",
            "word ".repeat(2_000),
            "x".repeat(10_000));

    private Samples() {}

    static Archive<String> archive(int bins) {
        var archive = Archive.<String>of(Tessellation.grid(LENGTH.bins(bins), SENTIMENT.bins(bins)));
        var random = new SplittableRandom(7);
        for (int i = 0; i < 2 * bins * bins; i++) {
            double length = 2 + 18 * random.nextDouble();
            double mood = -1 + 2 * Math.pow(random.nextDouble(), 0.7);
            double objective = Math.max(
                    0,
                    Math.min(
                            1,
                            0.9
                                    - 0.05 * Math.abs(length - 9)
                                    - 0.3 * Math.abs(mood - 0.4)
                                    + 0.2 * random.nextDouble()));
            if (Math.abs(mood) > 0.85 && length > 14) {
                continue;
            }
            archive.add(
                    i,
                    "The soup was warm, and dish %d came with bread & <b>butter</b>.".formatted(i),
                    objective,
                    Measures.of(length, mood));
        }
        return archive;
    }

    static Archive<String> hostileArchive() {
        var archive = Archive.<String>of(Tessellation.grid(
                Axis.of("n <i>&\"'", 0, HOSTILE.size()).bins(HOSTILE.size()).unit("</script>")));
        for (int i = 0; i < HOSTILE.size(); i++) {
            archive.add(i, HOSTILE.get(i), i / 20.0, Measures.of(i + 0.5));
        }
        return archive;
    }

    static List<Progress> history(int batches, double speed) {
        var history = new ArrayList<Progress>();
        for (int i = 0; i <= batches; i++) {
            int elites = (int) Math.round(80 * (1 - Math.exp(-i * speed)));
            double best = elites == 0 ? Double.NaN : Math.min(1, 0.4 + 0.1 * Math.floor(6 * i / (double) batches));
            history.add(new Progress(
                    10L * i,
                    2L * i,
                    new Usage(14L * i, 900L * i, 250L * i),
                    new Statistics(elites, 100, elites * 0.6, best, elites == 0 ? Double.NaN : 0.6)));
        }
        return history;
    }

    static Candidates<String> candidates(List<String> texts) {
        var list = new ArrayList<Candidate<String>>();
        for (int i = 0; i < texts.size(); i++) {
            Proposal<String> proposal = i % 4 == 3
                    ? Proposal.failed(new Failure(Failure.NO_SOLUTION, texts.get(i)))
                    : Proposal.of(texts.get(i));
            list.add(new Candidate<>(
                    100 + i,
                    10,
                    i < 2 ? Candidate.SEED : "lmx(4)",
                    i < 2 ? List.of() : List.of(3L, 57L, 41L, 12L),
                    i < 2 ? proposal : proposal.asked("1. " + texts.get(i) + "\n2.", " " + texts.get(i))));
        }
        return new Candidates<>(10, list, java.util.Collections.nCopies(texts.size(), Usage.NONE));
    }

    static Evaluations evaluations(List<String> texts) {
        var list = new ArrayList<Evaluation>();
        for (int i = 0; i < texts.size(); i++) {
            list.add(
                    i % 4 == 3
                            ? Evaluation.failed(Failure.NO_SOLUTION, texts.get(i))
                            : Evaluation.of(0.1 + 0.05 * i, 4 + i, -0.5 + 0.1 * i)
                                    .artifact("note", texts.get(i)));
        }
        return new Evaluations(10, list, java.util.Collections.nCopies(texts.size(), Usage.NONE), AXES);
    }

    static Commits<String> commits(List<String> texts) {
        var archive = Archive.<String>of(Tessellation.grid(LENGTH, SENTIMENT));
        var commits = new ArrayList<Commit<String>>();
        Candidates<String> candidates = candidates(texts);
        Evaluations evaluations = evaluations(texts);
        for (int i = 0; i < texts.size(); i++) {
            Evaluation evaluation = evaluations.list().get(i);
            var result = evaluation instanceof dev.elm4j.environment.Score score
                    ? Optional.of(archive.add(100 + i, texts.get(i), score.objective(), score.measures()))
                    : Optional.<dev.elm4j.archive.AddResult>empty();
            commits.add(new Commit<>(candidates.list().get(i), evaluation, Usage.NONE, result));
        }
        return new Commits<>(commits, AXES);
    }

    static List<String> meals() {
        return List.of(
                "The soup was hot and the bread was fresh.",
                "A cold, grey fish that nobody wanted to finish.",
                "I would come back for the dumplings alone, which were small, bright and full of ginger.",
                "Answer holds no sentence.",
                "The waiter smiled. The steak did not.",
                "Fine.",
                "We waited an hour for lukewarm noodles and a shrug.");
    }

    static Elite<?> elite(String text) {
        return new Elite<>(4, text, 0.5, Measures.of(7, 0.2), 3, AXES);
    }
}
