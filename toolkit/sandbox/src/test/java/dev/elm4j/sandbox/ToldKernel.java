package dev.elm4j.sandbox;

import dev.elm4j.sandbox.host.Leftovers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A process of its own that holds a sandbox and does with it what its stdin says, a line each, and answers with a line. */
public final class ToldKernel {

    private static final int SLACK = 6;
    private static final Limits PATIENT =
            Limits.usual().cpu(Duration.ofSeconds(20)).wall(Duration.ofSeconds(20));
    private static final Program SQUARE = Program.python(
            """
            import time

            def run(number, milliseconds):
                end = time.process_time() + milliseconds / 1000
                while time.process_time() < end:
                    pass
                return number * number + 7
            """,
            "run");

    private static final String FILLING = "filling-";
    private static final int MOST_FILES = 10_000;

    private Counts before;
    private Sandbox sandbox;
    private CompletableFuture<ProgramResult> running;

    private ToldKernel() {}

    /** No arguments. */
    public static void main(String[] arguments) throws Exception {
        var kernel = new ToldKernel();
        var orders = new BufferedReader(new InputStreamReader(System.in));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            System.out.println(kernel.obey(line.split(" ")).replace('\n', ' '));
        }
        System.exit(0);
    }

    private String obey(String[] words) throws Exception {
        return switch (words[0]) {
            case "open" -> open(Tier.valueOf(words[1]));
            case "run" -> shown(sandbox.run(request(words)));
            case "begin" -> {
                running = sandbox.submit(request(words));
                yield "begun";
            }
            case "result" -> shown(running.get());
            case "lose" -> Kills.one(sandbox.tier(), 0) ? "lost" : "there is none";
            case "fill" -> fill(Path.of(words[1]));
            case "free" -> free(Path.of(words[1]));
            case "count" -> {
                before = Counts.now();
                yield "counted";
            }
            case "close" -> close();
            default -> "what is " + words[0] + "?";
        };
    }

    private String open(Tier tier) {
        try {
            sandbox = Sandbox.open(SandboxSettings.exactly(tier).slots(1).languages(Language.PYTHON));
            return "opened";
        } catch (IllegalStateException refused) {
            return "refused: " + refused.getMessage();
        }
    }

    private static ProgramRequest request(String[] words) {
        return ProgramRequest.of(SQUARE, Integer.parseInt(words[1]), Integer.parseInt(words[2]))
                .limits(PATIENT);
    }

    private static String shown(ProgramResult result) {
        return result.status() + " " + result.outcomes().get(0).value() + " " + result.detail();
    }

    /** What is left afterwards, and more of it than was counted. */
    private String close() throws IOException, InterruptedException {
        Leftovers leftovers = Leftovers.of(ProcessHandle.current());
        sandbox.close();
        var left = new ArrayList<String>(leftovers.after(10));
        if (before != null) {
            Counts.awaitChildren(before.processes());
            left.addAll(Counts.now().over(before, SLACK));
        }
        return "left " + left;
    }

    /** Fills a file system to the last byte, and to the last file. */
    private static String fill(Path folder) throws IOException {
        Path large = folder.resolve(FILLING);
        try (var out = Files.newOutputStream(large)) {
            for (int size = 1 << 16; size > 0; size = room(out, size) ? size : size / 2) {
                // as much as goes
            }
        }
        for (int i = 0; i < MOST_FILES; i++) {
            try {
                Files.createFile(folder.resolve(FILLING + i));
            } catch (IOException full) {
                return "full: " + Files.size(large) + " bytes, " + i + " files";
            }
        }
        return "room is left";
    }

    private static boolean room(OutputStream out, int size) {
        try {
            out.write(new byte[size]);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    private static String free(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(FILLING))
                    .toList()) {
                Files.delete(file);
            }
        }
        return "freed";
    }
}
