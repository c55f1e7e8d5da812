package dev.elm4j.sandbox;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The ordinary program that comes after an attack: it must get its own right answer, to arguments that nobody could know, and
 * must find the world as it was before.
 */
final class Neighbour {

    private static final String PYTHON =
            """
            # previous-program-%d
            import decimal, gc, locale, os, random, signal, sys, threading

            def is_open(descriptor):
                try:
                    return bool(os.fstat(descriptor))
                except OSError:
                    return False

            def inside(folder):
                try:
                    return sorted(os.listdir(folder))
                except OSError:
                    return "closed"

            def world():
                signals = [str(signal.getsignal(number)) for number in range(1, 32)], signal.pthread_sigmask(0, [])
                return [sys.getrecursionlimit(), os.getcwd(), inside("."), sorted(os.environ), sys.path, gc.isenabled(),
                        decimal.getcontext().prec, locale.setlocale(locale.LC_ALL), threading.active_count(), random.random(),
                        hash("elm4j"), [d for d in range(64) if is_open(d)], os.getpriority(0, 0), len(sys.meta_path), os.umask(18), signals]

            def run(number, words):
                mark = "previous-program-%d"
                print("heard", number)
                return [number * number + 7, sorted(words), sum(i * i for i in range(number %% 1000)), repr(world())]
            """;

    private static final String JAVA =
            """
            // previous-program-%d
            import java.io.File;
            import java.util.*;

            public final class Neighbour {
                static List<Object> world() {
                    return Arrays.asList(Locale.getDefault(), TimeZone.getDefault().getID(), new File(".").getAbsolutePath(),
                            Arrays.toString(new File(".").list()), System.getenv().keySet(), System.lineSeparator().length(),
                            java.security.Security.getProviders().length, System.getProperties().size(),
                            Thread.getDefaultUncaughtExceptionHandler(), Thread.activeCount(), Integer.valueOf(7) + 1);
                }

                public static List<Object> run(int number, List<String> words) {
                    String mark = "previous-program-%d";
                    System.out.println("heard " + number);
                    long sum = 0;
                    for (int i = 0; i < number %% 1000; i++) {
                        sum += (long) i * i;
                    }
                    var sorted = new ArrayList<>(words);
                    Collections.sort(sorted);
                    return List.of((long) number * number + 7, sorted, sum, world().toString());
                }
            }
            """;

    private final Sandbox sandbox;
    private final Language language;
    private final SplittableRandom random;
    private String world;

    Neighbour(Sandbox sandbox, Language language, long seed) {
        this.sandbox = sandbox;
        this.language = language;
        random = new SplittableRandom(seed);
    }

    /** Runs it; what was wrong, or nothing. */
    String complaint() throws InterruptedException {
        int number = random.nextInt(1_000, 1_000_000);
        var words =
                List.<Object>of("w" + random.nextInt(1_000), "w" + random.nextInt(1_000), "w" + random.nextInt(1_000));
        String source = (language == Language.PYTHON ? PYTHON : JAVA).formatted(random.nextInt(1 << 30), number);
        ProgramResult result = sandbox.run(ProgramRequest.of(new Program(language, source, "run"), number, words)
                .guard(GuardLevel.OFF));
        long sum = 0;
        for (int i = 0; i < number % 1_000; i++) {
            sum += (long) i * i;
        }
        String right =
                List.of((long) number * number + 7, words.stream().sorted().toList(), sum) + "heard " + number;
        if (result.status() != ProgramStatus.VALID || !(result.value() instanceof List<?> value) || value.size() != 4) {
            return "the next program came to " + result;
        }
        String answer = value.subList(0, 3) + result.stdout().strip();
        if (!answer.equals(right)) {
            return "the next program answered " + answer + " and not " + right;
        }
        String found = value.get(3).toString();
        world = world == null ? found : world;
        return found.equals(world) ? "" : "the next program found " + found + " and not " + world;
    }
}
