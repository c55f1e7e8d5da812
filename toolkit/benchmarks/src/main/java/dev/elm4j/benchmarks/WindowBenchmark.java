package dev.elm4j.benchmarks;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.RunState;
import dev.elm4j.search.Search;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How busy a window keeps the slots of a slow model: a real run on 32 threads whose answers take simulated time, 1 s and one
 * in ten 5 s. Commits go in order of number, so a slow answer holds them up, and with them the window; a wider one keeps more
 * slots at work, but plans from an older archive. Argument: another number of candidates.
 */
public final class WindowBenchmark {

    private static final int SLOTS = 32;
    private static final int CANDIDATES = 20_000;
    private static final List<Integer> WINDOWS = List.of(1, 2, 3, 4, 6, 8);
    private static final int WANTED = 4;
    private static final long SEED = 1;

    private WindowBenchmark() {}

    public static void main(String[] arguments) {
        measure(SLOTS, arguments.length == 0 ? CANDIDATES : Integer.parseInt(arguments[0]));
    }

    static void measure(int slots, int candidates) {
        System.out.println(Host.header(
                "search: share of %d slots' time that is busy, %,d candidates, batches of 1; answers of 1 s, one in ten of 5 s, in simulated time"
                        .formatted(slots, candidates),
                "at least 97 %% with a window of %d x slots".formatted(WANTED)));
        System.out.println("window         | busy   | simulated time | planned ahead, of the run | real time");
        for (int factor : WINDOWS) {
            int window = factor * slots;
            long begin = System.nanoTime();
            VirtualSlots outcome = run(slots, window, durations(candidates));
            System.out.printf(
                    Locale.ROOT,
                    "%d x slots %4d | %4.1f %% | %,8d s     | %4.1f %%                    | %.1f s%n",
                    factor,
                    window,
                    100 * outcome.busy(),
                    outcome.now(),
                    100.0 * window / candidates,
                    (System.nanoTime() - begin) / 1e9);
        }
    }

    /** Seconds that each candidate's answer takes: 1, but one in ten takes 5. */
    static int[] durations(int candidates) {
        var random = new SplittableRandom(SEED);
        return IntStream.generate(() -> random.nextInt(10) == 0 ? 5 : 1)
                .limit(candidates)
                .toArray();
    }

    /**
     * Runs the search to its end.
     *
     * @throws IllegalStateException if it left slots idle that the window allows to use, or did not come to its end
     */
    static VirtualSlots run(int slots, int window, int[] durations) {
        var clock = new VirtualSlots(slots, window, durations.length);
        var search = Search.of(environment(clock, window, durations))
                .operators(new Numbering())
                .batch(1)
                .window(window)
                .threads(slots)
                .seed(SEED);
        var report = search.run(durations.length);
        search.close();
        if (clock.stalled() || report.state() != RunState.DONE) {
            throw new IllegalStateException("With a window of %d the run %s: %s"
                    .formatted(
                            window,
                            clock.stalled() ? "left slots idle that it might have used" : "did not end as it should",
                            report.message()));
        }
        return clock;
    }

    /** Solutions are the numbers of their candidates; so are the seeds, as many as are planned before anything is known. */
    private static Environment<double[]> environment(VirtualSlots clock, int window, int[] durations) {
        return Environment.of("slow-answers", (double[] solution) -> {
                    int number = (int) solution[0];
                    clock.sleep(number, durations[number]);
                    return Evaluation.of(number, number % Axis.DEFAULT_BINS);
                })
                .measures(Axis.of("last digit", 0, Axis.DEFAULT_BINS))
                .seeds(IntStream.range(0, window)
                        .mapToObj(number -> new double[] {number})
                        .toArray(double[][]::new));
    }

    private record Numbering() implements Operator<double[]> {

        @Override
        public String name() {
            return "numbering";
        }

        @Override
        public List<Proposal<double[]>> propose(List<Plan<double[]>> plans, Context context) {
            return plans.stream()
                    .map(plan -> Proposal.of(new double[] {plan.candidate()}))
                    .toList();
        }
    }
}
