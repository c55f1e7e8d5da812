package dev.elm4j.local.tiny;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.ObjDoubleConsumer;

/**
 * Trains the tiny model from nothing and writes its file: {@code TinyModelTraining FILE [seed] [steps]}.
 *
 * <p>The data depend on the seed alone; the weights also on the engine's build and its number of threads, whose sums
 * round differently. One process may run one training at a time.
 */
final class TinyModelTraining implements AutoCloseable {

    private static final int SENTENCES = 60_000;
    private static final float PEAK_RATE = 4e-3f;
    private static final int WARM_UP = 100;
    private static final int REPORT_EVERY = 100;

    /**
     * A part of the training.
     *
     * @param until where it ends, as a share of all steps
     * @param batch documents of a step
     * @param bytes of each document
     * @param prefixed how often a document with labels starts with the prefix, from 0 to 1
     */
    record Phase(double until, int batch, int bytes, double prefixed) {

        /** From short documents, which are cheap and show many labels, to such as are as long as prompts. */
        static final List<Phase> ALL =
                List.of(new Phase(0.65, 16, 128, 0), new Phase(0.85, 6, 288, 0.6), new Phase(1, 3, 720, 0.9));
    }

    private final NDManager manager;
    private final TinyLlama model;
    private final Adam adam;
    private final TrainingDocuments documents;
    private final Random random;

    /**
     * A new model and its data.
     *
     * @param sentences see {@link TrainingDocuments}
     * @param seed of the weights, the sentences and the documents
     */
    TinyModelTraining(TinyShape shape, int sentences, long seed) {
        manager = NDManager.newBaseManager("PyTorch");
        manager.getEngine().setRandomSeed((int) seed);
        model = new TinyLlama(shape, manager);
        adam = new Adam(model.weights().values(), manager);
        documents = new TrainingDocuments(sentences, new Random(seed));
        random = new Random(seed + 1);
    }

    /** See the class. */
    public static void main(String[] args) {
        Path file = Path.of(args[0]);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 7;
        int steps = args.length > 2 ? Integer.parseInt(args[2]) : 4500;
        try (TinyModelTraining training = new TinyModelTraining(TinyShape.opinions(), SENTENCES, seed)) {
            long start = System.nanoTime();
            double[] mean = {0};
            training.run(steps, (step, loss) -> {
                mean[0] += loss / REPORT_EVERY;
                if (step % REPORT_EVERY == 0) {
                    System.out.printf("step %d loss %.4f %.0f s%n", step, mean[0], (System.nanoTime() - start) / 1e9);
                    mean[0] = 0;
                    training.write(file);
                }
            });
            training.write(file);
        }
    }

    /** What {@link TinyLlama#loss} says of this text, without learning from it. */
    float loss(WeightedText text) {
        TinyLlama.Portion portion = new TinyLlama.Portion(1, text.length());
        text.fill(portion, 0);
        try (NDManager local = manager.newSubManager()) {
            return model.loss(portion, local).getFloat();
        }
    }

    /** Writes the model as it is now; training may go on. */
    void write(Path file) {
        try {
            GgufWriter.write(model, file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the model to " + file + ". Name a file in a folder that is there.", e);
        }
    }

    /**
     * Trains.
     *
     * @param steps all of them; the learning rate falls to 0 at the last
     * @param listener told each step, from 1 on, and its loss
     */
    void run(int steps, ObjDoubleConsumer<Integer> listener) {
        for (int step = 1; step <= steps; step++) {
            double share = (double) step / steps;
            Phase phase = Phase.ALL.stream()
                    .filter(p -> share <= p.until())
                    .findFirst()
                    .orElseThrow();
            double rate = PEAK_RATE * Math.min(1 - share + 1.0 / steps, (double) step / WARM_UP);
            listener.accept(step, step(phase, (float) rate));
        }
    }

    /** One step on new documents; the loss before it, in nats. */
    float step(Phase phase, float rate) {
        TinyLlama.Portion portion = new TinyLlama.Portion(phase.batch(), phase.bytes());
        for (int row = 0; row < phase.batch(); row++) {
            documents.next(phase.bytes(), phase.prefixed(), random).fill(portion, row);
        }
        try (NDManager local = manager.newSubManager()) {
            float value;
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray loss = model.loss(portion, local);
                value = loss.getFloat();
                collector.backward(loss);
            }
            adam.step(rate);
            return value;
        }
    }

    @Override
    public void close() {
        model.close();
        manager.close();
    }
}
