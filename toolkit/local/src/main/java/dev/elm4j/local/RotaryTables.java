package dev.elm4j.local;

import java.nio.FloatBuffer;

/**
 * Cosines and sines of the angles of all positions, {@code [context][head size]}: those of the pairs, then the same again,
 * the first half of the sines negated, as the script's rotation wants it.
 */
final class RotaryTables {

    private RotaryTables() {}

    static void fill(ModelConfig config, FloatBuffer cosines, FloatBuffer sines) {
        int half = config.headSize() / 2;
        double[] frequencies = new double[half];
        for (int pair = 0; pair < half; pair++) {
            frequencies[pair] = config.rotary().frequency(pair, config.headSize());
        }
        float[] cosine = new float[half];
        float[] sine = new float[half];
        float[] minus = new float[half];
        for (int position = 0; position < config.context(); position++) {
            for (int pair = 0; pair < half; pair++) {
                // StrictMath: the same bits on every platform.
                cosine[pair] = (float) StrictMath.cos(position * frequencies[pair]);
                sine[pair] = (float) StrictMath.sin(position * frequencies[pair]);
                minus[pair] = -sine[pair];
            }
            cosines.put(cosine).put(cosine);
            sines.put(minus).put(sine);
        }
    }
}
