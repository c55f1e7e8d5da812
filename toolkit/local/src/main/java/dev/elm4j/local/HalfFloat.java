package dev.elm4j.local;

/** IEEE 754 half precision numbers, by table; Java 17 has no conversion of its own. */
final class HalfFloat {

    private static final float[] VALUES = new float[1 << 16];

    static {
        for (int bits = 0; bits < VALUES.length; bits++) {
            VALUES[bits] = convert(bits);
        }
    }

    private HalfFloat() {}

    static float toFloat(short half) {
        return VALUES[half & 0xFFFF];
    }

    private static float convert(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        float magnitude;
        if (exponent == 31) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            magnitude = fraction * 0x1p-24f;
        } else {
            magnitude = (1024 + fraction) * (float) Math.pow(2, exponent - 25);
        }
        return (bits & 0x8000) == 0 ? magnitude : -magnitude;
    }
}
