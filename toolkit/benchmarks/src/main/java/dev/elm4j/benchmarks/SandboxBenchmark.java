package dev.elm4j.benchmarks;

import dev.elm4j.sandbox.Language;
import dev.elm4j.sandbox.Sandbox;
import dev.elm4j.sandbox.SandboxSettings;
import dev.elm4j.sandbox.Tier;
import java.util.Locale;
import java.util.Optional;

/** How long a program takes in each tier of the sandbox that this machine offers, beside OpenELM's ways; an argument is the number of rounds. */
public final class SandboxBenchmark {

    private static final int WARM_UP = 30;
    private static final int ROUNDS = 300;
    private static final int CONTAINERS = 20;

    private SandboxBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
        measure(Math.min(WARM_UP, rounds), rounds, Math.min(CONTAINERS, rounds), Tier.values());
    }

    static void measure(int warmUp, int rounds, int containers, Tier... tiers) throws InterruptedException {
        System.out.println(
                Host.header(
                        "sandbox: one slot, a small program; medians of %d after %d".formatted(rounds, warmUp),
                        """
                gVisor / Docker / process: Python 40 / 7 / 8 ms, Java 160 / 50 / 45 ms, each further input 1 / 0.2 / 0.2 ms,
                      boot 0.7 / 0.4 / 0.3 s, with Java 2.5 / 1.2 / 1.0 s; an idle slot 150 MB"""));
        System.out.println("   " + ProcessStarts.here());
        System.out.printf(
                "%-32s %-7s %9s %9s %11s %8s %7s%n", "", "", "one ms", "rested ms", "further ms", "boot ms", "MB");
        for (Tier tier : tiers) {
            row(tier, warmUp, rounds);
        }
        print("OpenELM: a container a call, gVisor", OpenElmWay.container("runsc", containers));
        print("OpenELM: a container a call, Docker", OpenElmWay.container("runc", containers));
        print("OpenELM: exec in one process", OpenElmWay.inProcess(warmUp, rounds));
        System.out.println("Load average at the end: " + Host.load());
    }

    private static void row(Tier tier, int warmUp, int rounds) throws InterruptedException {
        try {
            Sandbox.open(SandboxSettings.exactly(tier).slots(1)).close();
        } catch (IllegalStateException refused) {
            System.out.printf("%-32s not offered: %s%n", tier.words(), refused.getMessage());
            return;
        }
        for (Language language : new Language[] {Language.PYTHON, Language.JAVA}) {
            System.out.printf(
                    "%-32s %-7s %s%n",
                    tier.words(), language.word(), SandboxFigures.of(tier, language, warmUp, rounds));
        }
    }

    private static void print(String what, Optional<Times> times) {
        String figure = times.map(found -> String.format(
                        Locale.ROOT,
                        "%9.1f (median of %d)",
                        1e3 * found.median(),
                        found.seconds().size()))
                .orElse("not here");
        System.out.printf("%-36s %-3s %s%n", what, "", figure);
    }
}
