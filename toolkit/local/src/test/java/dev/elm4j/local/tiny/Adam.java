package dev.elm4j.local.tiny;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/**
 * AdamW with one clip of the whole gradient's norm (Kingma and Ba 2015, <a
 * href="https://arxiv.org/abs/1412.6980">arXiv 1412.6980</a>; Loshchilov and Hutter 2019, <a
 * href="https://arxiv.org/abs/1711.05101">arXiv 1711.05101</a>).
 *
 * <p>Not for use by several threads.
 */
final class Adam {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.99f;
    private static final float DECAY = 0.01f;
    private static final double LARGEST_NORM = 1;

    private final List<NDArray> weights;
    private final List<NDArray> means = new ArrayList<>();
    private final List<NDArray> squares = new ArrayList<>();
    private int step;

    Adam(Iterable<NDArray> weights, NDManager manager) {
        this.weights = new ArrayList<>();
        for (NDArray w : weights) {
            this.weights.add(w);
            means.add(manager.zeros(w.getShape()));
            squares.add(manager.zeros(w.getShape()));
        }
    }

    /** One step along the gradients that the weights hold, which are zero afterwards. */
    void step(float rate) {
        step++;
        double norm = 0;
        for (NDArray w : weights) {
            try (NDArray gradient = w.getGradient();
                    NDArray square = gradient.square();
                    NDArray sum = square.sum()) {
                norm += sum.getFloat();
            }
        }
        float clip = (float) Math.min(1, LARGEST_NORM / (Math.sqrt(norm) + 1e-6));
        float corrected = (float) (rate * Math.sqrt(1 - Math.pow(BETA2, step)) / (1 - Math.pow(BETA1, step)));
        for (int i = 0; i < weights.size(); i++) {
            NDArray w = weights.get(i);
            try (NDArray gradient = w.getGradient()) {
                NDList state = new NDList(w, gradient, means.get(i), squares.get(i));
                w.getNDArrayInternal()
                        .adamUpdate(
                                state,
                                new NDList(w),
                                rate,
                                corrected,
                                DECAY,
                                clip,
                                -1,
                                BETA1,
                                BETA2,
                                1e-8f,
                                false,
                                true);
            }
        }
    }
}
