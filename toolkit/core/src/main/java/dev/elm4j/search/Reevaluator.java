package dev.elm4j.search;

import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Measures;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Score;
import dev.elm4j.environment.Streams.Step;
import dev.elm4j.environment.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** Evaluates the elites of an archive again, several times each, on streams of their own. */
record Reevaluator<S>(Setup<S> setup, Wallet wallet, int threads) {

    /** Candidates have numbers below this one, so that a number and the place of a sample make one number of a stream. */
    private static final int NUMBER_BITS = 40;

    private record Block(List<Reevaluated> elites, Usage usage) {}

    /** @param first place of the first sample, so that a second re-evaluation draws others */
    Correction<S> sampled(List<Elite<S>> elites, int samples, int first) {
        var blocks = new ArrayList<Future<Block>>();
        var purses = new ArrayList<Purse>();
        wallet.renew();
        try (var workers = new Workers("elm4j-" + setup.name(), threads)) {
            for (int from = 0; from < elites.size(); from += setup.batch()) {
                List<Elite<S>> block = elites.subList(from, Math.min(elites.size(), from + setup.batch()));
                Purse purse = wallet.open(from);
                purses.add(purse);
                blocks.add(workers.submit(() -> {
                    try (purse) {
                        return block(new BatchWork<>(setup, purse, workers::cancelled), block, samples, first);
                    }
                }));
            }
            var all = new ArrayList<Reevaluated>();
            Usage usage = Usage.NONE;
            for (Future<Block> block : blocks) {
                Block done = workers.await(block);
                all.addAll(done.elites());
                usage = usage.plus(done.usage());
            }
            return new Correction<>(samples, all, usage);
        } finally {
            purses.forEach(Purse::drop); // those of blocks that nobody has begun
        }
    }

    private Block block(BatchWork<S> work, List<Elite<S>> elites, int samples, int first) {
        var found = new ArrayList<List<Evaluation>>();
        var usage = Usage.NONE;
        for (int sample = first; sample < first + samples; sample++) {
            long shift = (long) sample << NUMBER_BITS;
            long[] numbers = elites.stream()
                    .mapToLong(elite -> elite.candidate() + shift)
                    .toArray();
            var context = new BatchContext(setup.seed(), Step.REEVALUATE, numbers, work.purse(), work.cancelled());
            found.add(work.scored(elites.stream().map(Elite::solution).toList(), context));
            for (int i = 0; i < elites.size(); i++) {
                usage = usage.plus(context.usage(i));
            }
        }
        var means = new ArrayList<Reevaluated>();
        for (int i = 0; i < elites.size(); i++) {
            int index = i;
            means.add(mean(
                    elites.get(i),
                    found.stream().map(evaluations -> evaluations.get(index)).toList()));
        }
        return new Block(means, usage);
    }

    private Reevaluated mean(Elite<S> elite, List<Evaluation> evaluations) {
        List<Score> scores = evaluations.stream()
                .map(evaluation -> Checks.usable(evaluation, setup.tessellation()))
                .filter(evaluation -> !(evaluation instanceof Failure))
                .map(Score.class::cast)
                .toList();
        int n = scores.size();
        double mean = scores.stream().mapToDouble(Score::objective).sum() / n; // NaN for none
        double squares = scores.stream()
                .mapToDouble(score -> (score.objective() - mean) * (score.objective() - mean))
                .sum();
        return new Reevaluated(
                elite.candidate(),
                elite.objective(),
                n,
                evaluations.size() - n,
                mean,
                n == 0 ? Double.NaN : n == 1 ? 0 : Math.sqrt(squares / (n - 1)),
                n == 0 ? elite.measures() : centre(scores));
    }

    private Measures centre(List<Score> scores) {
        double[] centre = new double[setup.tessellation().dimensions()];
        for (int axis = 0; axis < centre.length; axis++) {
            int at = axis;
            centre[axis] = setup.tessellation().axes().get(axis).isCategorical()
                    ? mostFrequent(scores, axis)
                    : scores.stream()
                                    .mapToDouble(score -> score.measures().at(at))
                                    .sum()
                            / scores.size();
        }
        return Measures.of(centre);
    }

    /** Categories have no mean; the first of the most frequent. */
    private static double mostFrequent(List<Score> scores, int axis) {
        double best = scores.get(0).measures().at(axis);
        long most = 0;
        for (Score candidate : scores) {
            double category = candidate.measures().at(axis);
            long count = scores.stream()
                    .filter(score -> score.measures().at(axis) == category)
                    .count();
            if (count > most) {
                most = count;
                best = category;
            }
        }
        return best;
    }
}
