package dev.elm4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The other side of the table: the Python of an environment with pyribs, started once a row.
 *
 * @param python the interpreter
 */
record Pyribs(String python) {

    private static final String SCRIPT = "pyribs_row.py";

    /** One thread, like ours. */
    private static final List<String> THREADS =
            List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS");

    /** Settings of OpenBLAS for other programs; numpy's may not start with one of them alone. */
    private static final List<String> FOREIGN = List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE");

    /** What a row came to over there. */
    record Figures(Times times, Answer answer, String versions) {}

    /**
     * Measures a row.
     *
     * @throws IllegalStateException if Python cannot be started, or ends without figures
     */
    Figures of(ArchiveRow row, int rounds) {
        String kind = row.centroids() == 0 ? "grid-" : "cvt-";
        var builder = new ProcessBuilder(
                python,
                "-",
                kind + row.work(),
                String.valueOf(row.entries()),
                String.valueOf(row.centroids()),
                String.valueOf(rounds));
        Map<String, String> environment = builder.environment();
        THREADS.forEach(name -> environment.put(name, "1"));
        FOREIGN.forEach(environment::remove);
        try (InputStream script = Pyribs.class.getResourceAsStream(SCRIPT)) {
            return figures(answered(builder.redirectError(ProcessBuilder.Redirect.INHERIT), script.readAllBytes()));
        } catch (IOException fault) {
            throw new IllegalStateException("%s gave no figures: %s".formatted(python, fault.getMessage()), fault);
        }
    }

    private static String answered(ProcessBuilder builder, byte[] script) throws IOException {
        Process process = builder.start();
        try (var input = process.getOutputStream()) {
            input.write(script);
        }
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroy();
        }
    }

    private static Figures figures(String line) throws IOException {
        JsonNode json = new ObjectMapper().readTree(line);
        if (!json.has("seconds")) {
            throw new IOException("expected a line of JSON, but it wrote: " + line);
        }
        var seconds = StreamSupport.stream(json.get("seconds").spliterator(), false)
                .map(JsonNode::doubleValue)
                .toList();
        var answer = new Answer(
                json.get("checksum").longValue(),
                json.get("elites").intValue(),
                json.get("qdScore").doubleValue());
        return new Figures(new Times(seconds), answer, json.get("versions").textValue());
    }
}
