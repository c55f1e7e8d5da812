package dev.elm4j.benchmarks;

import dev.elm4j.sandbox.Language;
import dev.elm4j.sandbox.ProgramRequest;
import dev.elm4j.sandbox.ProgramResult;
import dev.elm4j.sandbox.ProgramStatus;
import dev.elm4j.sandbox.Sandbox;
import dev.elm4j.sandbox.SandboxSettings;
import dev.elm4j.sandbox.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one slot of a tier does in one language.
 *
 * @param oneMs one program with one input, the next at once, median, in milliseconds
 * @param restedMs the same where the slot had rest before, as while a model writes the next program
 * @param extraMs each further input to the same program in the same request
 * @param bootMs from opening to the first answer, median, in milliseconds
 * @param memoryMb of an idle slot; -1 where it cannot be asked
 */
record SandboxFigures(double oneMs, double restedMs, double extraMs, double bootMs, double memoryMb) {

    private static final int INPUTS = 100;
    private static final int BOOTS = 5;
    private static final int RESTED = 50;
    private static final int REST_MS = 300;

    /** Measures a tier that is offered. */
    static SandboxFigures of(Tier tier, Language language, int warmUp, int rounds) throws InterruptedException {
        var settings = SandboxSettings.exactly(tier).slots(1).languages(language);
        Sandbox.open(settings).close(); // finding out what isolates is done once
        var boots = new ArrayList<Double>();
        for (int i = 0; i < Math.min(BOOTS, rounds); i++) {
            boots.add(boot(settings, language));
        }
        try (var sandbox = Sandbox.open(settings)) {
            times(sandbox, language, 1, warmUp);
            double one = 1e3 * times(sandbox, language, 1, rounds).median();
            double rested =
                    1e3 * rested(sandbox, language, Math.min(RESTED, rounds)).median();
            double many = 1e3 * times(sandbox, language, INPUTS, rounds).median();
            return new SandboxFigures(
                    one, rested, (many - one) / (INPUTS - 1), 1e3 * new Times(boots).median(), IdleMemory.of(tier));
        }
    }

    private static double boot(SandboxSettings settings, Language language) throws InterruptedException {
        long begin = System.nanoTime();
        try (var sandbox = Sandbox.open(settings)) {
            run(sandbox, language, 1, 0);
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private static Times rested(Sandbox sandbox, Language language, int rounds) throws InterruptedException {
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            Thread.sleep(REST_MS);
            seconds.addAll(times(sandbox, language, 1, 1).seconds());
        }
        return new Times(seconds);
    }

    private static Times times(Sandbox sandbox, Language language, int inputs, int rounds) throws InterruptedException {
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            run(sandbox, language, inputs, i);
            seconds.add((System.nanoTime() - begin) / 1e9);
        }
        return new Times(seconds);
    }

    private static void run(Sandbox sandbox, Language language, int inputs, int round) throws InterruptedException {
        var all = new ArrayList<List<Object>>();
        for (int i = 0; i < inputs; i++) {
            all.add(List.of(1_000 * round + i));
        }
        ProgramResult result =
                sandbox.run(ProgramRequest.of(SmallPrograms.in(language), round).inputs(all));
        if (result.status() != ProgramStatus.VALID) {
            throw new IllegalStateException("A program of ours came to " + result);
        }
    }

    @Override
    public String toString() {
        String memory = memoryMb < 0 ? "-" : String.format(Locale.ROOT, "%.0f", memoryMb);
        return String.format(Locale.ROOT, "%9.1f %9.1f %11.3f %8.0f %7s", oneMs, restedMs, extraMs, bootMs, memory);
    }
}
