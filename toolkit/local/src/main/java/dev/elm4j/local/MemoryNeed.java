package dev.elm4j.local;

/** How much native memory a model takes, from its shape alone. */
final class MemoryNeed {

    private MemoryNeed() {}

    /** Bytes of all weights and, while they are read, of the largest one in 32 bits. */
    static long bytes(Checkpoint checkpoint, ModelConfig config, Precision precision) {
        long weights = 0;
        long largest = 0;
        for (TensorEntry tensor : checkpoint.tensors().values()) {
            boolean matrix = tensor.rows() > 1;
            weights += tensor.elements() * (matrix ? precision.bytes() : Float.BYTES);
            largest = Math.max(largest, tensor.elements());
        }
        boolean copied =
                precision == Precision.FP16_PACKED && !checkpoint.tensors().containsKey(TensorNames.HEAD);
        long head = copied ? (long) config.vocabulary() * config.width() * precision.bytes() : 0;
        long rotary = 2L * config.context() * config.headSize() * Float.BYTES;
        return weights + head + rotary + largest * Float.BYTES;
    }
}
