package dev.elm4j.local;

import java.util.Locale;

/** In which numbers the matrices of a model are kept; sums are always made in 32 bits. */
enum Precision {
    /** 16-bit floats, packed for the kernels of FBGEMM: half the memory and two to three times as fast. */
    FP16_PACKED("fp16 packed"),
    /** 32-bit floats: runs everywhere, and is what the golden values are tested with. */
    FP32("fp32");

    private final String label;

    Precision(String label) {
        this.label = label;
    }

    /**
     * The best for a machine.
     *
     * @param architecture the system property {@code os.arch}
     * @param packs whether packing a small matrix worked in this process; FBGEMM needs AVX2
     */
    static Precision best(String architecture, boolean packs) {
        String name = architecture.toLowerCase(Locale.ROOT);
        boolean x86 = name.equals("amd64") || name.equals("x86_64");
        return x86 && packs ? FP16_PACKED : FP32;
    }

    @Override
    public String toString() {
        return label;
    }
}
