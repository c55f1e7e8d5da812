package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotaryPositionsTest {

    private static final RotaryPositions PLAIN = RotaryPositions.of(500_000);

    @Test
    void frequenciesFallGeometrically() {
        assertThat(PLAIN.frequency(0, 64)).isEqualTo(1);
        assertThat(PLAIN.frequency(16, 64)).isCloseTo(Math.sqrt(1 / 500_000.0), offset(1e-12));
    }

    @Test
    void slowPairsAreDividedFastOnesLeftAndThoseBetweenMixed() {
        // Llama 3.2: from 4 turns in 8192 positions on fast, up to 1 slow.
        RotaryPositions scaled = PLAIN.llama3(new RotaryPositions.Llama3Scaling(32, 1, 4, 8192), 64);
        assertThat(scaled.divisors()).hasSize(32);
        for (int pair = 0; pair < 32; pair++) {
            double turns = 8192 * PLAIN.frequency(pair, 64) / (2 * Math.PI);
            double divisor = scaled.divisors().get(pair);
            if (turns > 4) {
                assertThat(divisor).isEqualTo(1);
            } else if (turns < 1) {
                assertThat(divisor).isEqualTo(32);
            } else {
                assertThat(divisor).isBetween(1.0, 32.0);
                double smooth = (turns - 1) / 3;
                double expected = (1 - smooth) * PLAIN.frequency(pair, 64) / 32 + smooth * PLAIN.frequency(pair, 64);
                assertThat(scaled.frequency(pair, 64)).isCloseTo(expected, offset(1e-15));
            }
        }
        assertThat(scaled.divisors()).contains(1.0, 32.0);
        assertThat(scaled.divisors().stream().filter(d -> d > 1 && d < 32)).isNotEmpty();
    }

    @Test
    void configurationsOldAndNewSayTheSame() throws IOException {
        String config = new RandomModel().config();
        String numbers = "\"factor\": 8.0, \"low_freq_factor\": 1.0, \"high_freq_factor\": 4.0,"
                + " \"original_max_position_embeddings\": 64";
        RotaryPositions old = rotary(config.replace(
                "\"rope_scaling\": null", "\"rope_scaling\": {\"rope_type\": \"llama3\", " + numbers + "}"));
        RotaryPositions now = rotary(config.replace("\"rope_theta\": 10000.0, ", "")
                .replace(
                        "\"rope_scaling\": null",
                        "\"rope_parameters\": {\"rope_theta\": 10000.0, \"rope_type\": \"llama3\", " + numbers + "}"));
        assertThat(now).isEqualTo(old).isNotEqualTo(rotary(config));
        assertThat(old.divisors()).hasSize(8).contains(8.0);
        assertThat(rotary(config.replace(
                                "\"rope_scaling\": null", "\"rope_scaling\": {\"type\": \"linear\", \"factor\": 2}"))
                        .frequency(0, 16))
                .isEqualTo(0.5);
    }

    @Test
    void ggufFilesStoreTheDivisorsAsATensor() {
        ModelFile file = ModelFile.of(
                "scaled.gguf",
                new RandomModel()
                        .gguf()
                        .floats("rope_freqs.weight", new float[] {1, 1, 1, 2, 3, 4, 8, 8}, 8)
                        .bytes());
        assertThat(file.config().rotary().divisors()).isEqualTo(List.of(1.0, 1.0, 1.0, 2.0, 3.0, 4.0, 8.0, 8.0));
        assertThat(file.tensors()).doesNotContainKey("rope_freqs.weight");
    }

    @Test
    void tablesHoldTheAnglesOfEveryPosition() {
        ModelConfig config = new RandomModel().file().config();
        float[] cosines = new float[config.context() * config.headSize()];
        float[] sines = new float[cosines.length];
        RotaryTables.fill(config, FloatBuffer.wrap(cosines), FloatBuffer.wrap(sines));
        int at = 200 * 16 + 3;
        double angle = 200 * Math.pow(10_000, -6.0 / 16);
        assertThat((double) cosines[at]).isCloseTo(Math.cos(angle), offset(1e-6));
        assertThat((double) cosines[at + 8]).isCloseTo(Math.cos(angle), offset(1e-6));
        assertThat((double) sines[at]).isCloseTo(-Math.sin(angle), offset(1e-6));
        assertThat((double) sines[at + 8]).isCloseTo(Math.sin(angle), offset(1e-6));
    }

    private static RotaryPositions rotary(String config) throws IOException {
        return FolderConfig.of(JsonFile.parse("config.json", config.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .rotary();
    }
}
