package dev.elm4j.local;

/**
 * In which numbers the matrices of a {@link LocalModel} are kept. Sums, norms and attention are always computed in 32 bits.
 *
 * <pre>{@code
 * LocalSettings.defaults().precision(Precision.FP32).toString();   // "device auto, precision fp32, threads auto"
 * }</pre>
 */
public enum Precision {
    /** The best of the device: {@link #FP16_PACKED} on x86 processors with AVX2, {@link #BF16} on GPUs from Ampere on. */
    AUTO("auto", Float.BYTES),
    /** 32-bit floats: runs everywhere, and is what the golden values are tested with. */
    FP32("fp32", Float.BYTES),
    /** 16-bit floats, packed for the kernels of FBGEMM (x86 processors): half the memory, two to three times as fast. */
    FP16_PACKED("fp16 packed", Short.BYTES),
    /** 16-bit floats with the range of 32-bit ones. */
    BF16("bf16", Short.BYTES),
    /** 16-bit floats of IEEE 754; sums of some models (Qwen) pass their range of 65,504. */
    FP16("fp16", Short.BYTES);

    private final String label;
    private final int bytes;

    Precision(String label, int bytes) {
        this.label = label;
        this.bytes = bytes;
    }

    /** Bytes of a number. */
    int bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return label;
    }
}
