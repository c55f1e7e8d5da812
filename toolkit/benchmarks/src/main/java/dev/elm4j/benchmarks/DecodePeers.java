package dev.elm4j.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What all sides of {@link DecodeBenchmark} read, and the other sides, which a Python script runs. */
final class DecodePeers {

    static final String PROMPT = "The food was good and the waiter was kind. ".repeat(6);
    static final String PREFIX =
            "Review: I loved every bite.\nSentiment: positive\nReview: Never again.\nSentiment: negative\n";

    /** Characters of a scored text whose tokens are only read: its first word. */
    static final int FIRST = 3;

    private static final String SCRIPT = "decode_peers.py";
    private static final List<String> DISHES =
            List.of("soup", "bread", "steak", "salad", "cake", "fish", "rice", "pasta", "tea", "coffee");
    private static final List<String> THREADS = List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS");

    private DecodePeers() {}

    /** Eight texts of about 64 tokens. */
    static List<String> texts() {
        return IntStream.range(0, 8)
                .mapToObj(i -> "The %s was warm and fresh and the waiter was kind to us all. "
                        .formatted(DISHES.get(i))
                        .repeat(4)
                        .strip())
                .toList();
    }

    /** Ten short ones. */
    static List<String> sentences() {
        return DISHES.stream()
                .map("The %s was warm and the waiter was kind."::formatted)
                .toList();
    }

    /** Prints what they come to, or why they do not run. */
    static void run(Path model, int[] batches) {
        var builder = new ProcessBuilder("python3", "-");
        Map<String, String> environment = builder.environment();
        THREADS.forEach(name -> environment.put(name, "1"));
        try (InputStream script = DecodePeers.class.getResourceAsStream(SCRIPT)) {
            byte[] source = script.readAllBytes();
            environment.put("ELM4J_DECODE", work(model, batches));
            environment.put("ELM4J_DECODE_SOURCE", new String(source, StandardCharsets.UTF_8));
            Process process = builder.redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var input = process.getOutputStream()) {
                input.write(source);
            }
            try {
                process.waitFor();
            } finally {
                process.destroy();
            }
        } catch (IOException fault) {
            System.out.printf("The peers are not run: python3 does not start (%s).%n", fault.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static String work(Path model, int[] batches) throws IOException {
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "model",
                        model.toAbsolutePath().toString(),
                        "batches",
                        batches,
                        "prompt",
                        PROMPT,
                        "texts",
                        texts(),
                        "first",
                        FIRST,
                        "prefix",
                        PREFIX,
                        "sentences",
                        sentences()));
    }
}
