package dev.elm4j.local.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinyModelTrainingTest {

    private static final TinyShape SMALL = new TinyShape(2, 32, 2, 1, 64, 256);

    @Test
    void twentyStepsLowerTheLossAndKeepItFinite() {
        List<Double> losses = new ArrayList<>();
        try (TinyModelTraining training = new TinyModelTraining(SMALL, 500, 1)) {
            TinyModelTraining.Phase phase = new TinyModelTraining.Phase(1, 4, 96, 0.5);
            for (int i = 0; i < 20; i++) {
                losses.add((double) training.step(phase, 1e-2f));
            }
        }

        assertThat(losses).allMatch(Double::isFinite);
        assertThat(losses.get(0)).isBetween(4.5, 6.5);
        assertThat(losses.get(19)).isLessThan(losses.get(0) - 1.5);
    }

    @Test
    void whatIsWrittenComputesInPlainJavaWhatWasTrained(@TempDir Path folder) throws IOException {
        String text = "The soup was warm.\nThe fish";
        Path file = folder.resolve("small.gguf");
        double trained;
        try (TinyModelTraining training = new TinyModelTraining(SMALL, 500, 1)) {
            training.step(new TinyModelTraining.Phase(1, 4, 96, 0.5), 1e-2f);
            training.write(file);
            trained = training.loss(new WeightedText().add(text, 1));
        }

        PlainLlama plain = new PlainLlama(GgufFile.parse(Files.readAllBytes(file)));
        double[] l = new PlainText(plain).logLikelihoods("", text.substring(0, 1), List.of(text.substring(1)));

        assertThat(-l[0] / text.length()).isCloseTo(trained, within(2e-3));
    }

    @Test
    void theSameSeedTrainsTheSameModel() {
        assertThat(losses(4)).isEqualTo(losses(4)).isNotEqualTo(losses(5));
    }

    private static List<Float> losses(long seed) {
        try (TinyModelTraining training = new TinyModelTraining(SMALL, 200, seed)) {
            TinyModelTraining.Phase phase = new TinyModelTraining.Phase(1, 2, 64, 0.5);
            return List.of(training.step(phase, 1e-2f), training.step(phase, 1e-2f), training.step(phase, 1e-2f));
        }
    }
}
