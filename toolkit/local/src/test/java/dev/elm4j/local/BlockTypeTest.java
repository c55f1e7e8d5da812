package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BlockTypeTest {

    private static final short HALF_OF_ONE = 0x3800;
    /** 0.0123, 0.0246 and 0.0369 as 16-bit floats. */
    private static final int[] SCALES = {0x224C, 0x264C, 0x28B9};

    private static final short MINUS_TWO = (short) 0xC000;

    @Test
    void unpacksHalfFloatsIncludingSmallInfiniteAndNegativeOnes() {
        assertThat(HalfFloat.toFloat((short) 0x3C00)).isEqualTo(1f);
        assertThat(HalfFloat.toFloat(MINUS_TWO)).isEqualTo(-2f);
        assertThat(HalfFloat.toFloat((short) 0x7BFF)).isEqualTo(65504f);
        assertThat(HalfFloat.toFloat((short) 0x0400)).isEqualTo(0x1p-14f);
        assertThat(HalfFloat.toFloat((short) 0x0001)).isEqualTo(0x1p-24f);
        assertThat(HalfFloat.toFloat((short) 0x03FF)).isEqualTo(1023 * 0x1p-24f);
        assertThat(HalfFloat.toFloat((short) 0x3555)).isEqualTo(0.333251953125f);
        assertThat(HalfFloat.toFloat((short) 0xFC00)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(HalfFloat.toFloat((short) 0x7C01)).isNaN();
        assertThat(Float.floatToIntBits(HalfFloat.toFloat((short) 0x8000))).isEqualTo(0x80000000);
    }

    @Test
    void unpacksTheTwoHalvesOfBlocksWithOffset() {
        ByteBuffer block = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        block.position(20);
        block.putShort(HALF_OF_ONE).putShort(MINUS_TWO);
        for (int i = 0; i < 16; i++) {
            block.put((byte) (i | (15 - i) << 4));
        }
        float[] out = new float[32];
        BlockType.Q4_1.decode(block, 20, out);
        for (int i = 0; i < 16; i++) {
            assertThat(out[i]).isEqualTo(i * 0.5f - 2);
            assertThat(out[16 + i]).isEqualTo((15 - i) * 0.5f - 2);
        }
    }

    @Test
    void unpacksSignedBytesOfTwoBlocks() {
        ByteBuffer blocks = ByteBuffer.allocate(68).order(ByteOrder.LITTLE_ENDIAN);
        blocks.putShort(HALF_OF_ONE);
        for (int i = 0; i < 32; i++) {
            blocks.put((byte) (i * 8 - 128));
        }
        blocks.putShort(MINUS_TWO);
        for (int i = 0; i < 32; i++) {
            blocks.put((byte) i);
        }
        float[] out = new float[64];
        BlockType.Q8_0.decode(blocks, 0, out);
        for (int i = 0; i < 32; i++) {
            assertThat(out[i]).isEqualTo((i * 8 - 128) * 0.5f);
            assertThat(out[32 + i]).isEqualTo(-2f * i);
        }
    }

    @ParameterizedTest
    @EnumSource(BlockType.class)
    void unpacksRandomBlocksLikeASlowReaderOfBits(BlockType type) {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 20; round++) {
            int elements = type.size() * 3;
            byte[] data = ReferenceBlocks.random(type, elements, 0.5, random);
            float[] expected = ReferenceBlocks.values(type, data, elements);
            float[] found = new float[elements];
            type.decode(ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN), 0, found);
            for (int e = 0; e < elements; e++) {
                assertThat(found[e]).as("element %d", e).isCloseTo(expected[e], within(1e-6f));
            }
        }
    }

    /**
     * What the Python package gguf 0.19.0 (of llama.cpp) makes of the same bytes: element 1, the last but one, and the sum
     * of all, each times its place from 1 on.
     */
    @ParameterizedTest
    @CsvSource({
        "Q4_0, 0, -1, 0.061492919921875, 0.110687255859375, -226.453827",
        "Q4_1, 0, 2, 0.12298583984375, 0.405853271484375, 991.253571",
        "Q5_0, 0, -1, -0.0491943359375, 0.258270263671875, -238.961487",
        "Q5_1, 0, 2, 0.159881591796875, 0.81170654296875, 2236.079346",
        "Q8_0, 0, -1, -0.76251220703125, 0.922393798828125, 328.396790",
        "Q2_K, 80, 82, 0.159881591796875, 1.9185791015625, 179154.407593",
        "Q3_K, 108, -1, 0.098388671875, 0.553436279296875, -5589.226776",
        "Q4_K, 0, 2, 3.81256103515625, 21.067474365234375, 2967274.598358",
        "Q5_K, 0, 2, 0.491943359375, 29.405914306640625, 6307131.195038",
        "Q6_K, 208, -1, -48.013671875, 26.269775390625, -308207.667755"
    })
    void unpacksWhatLlamaCppUnpacks(
            BlockType type, int scaleAt, int offsetAt, double second, double lastButOne, double weighted) {
        int bytes = (int) type.bytes(type.size());
        byte[] data = new byte[3 * bytes];
        long state = 1 + bytes;
        for (int i = 0; i < data.length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            data[i] = (byte) (state >>> 56);
        }
        for (int block = 0; block < 3; block++) {
            ReferenceBlocks.put(data, block * bytes + scaleAt, SCALES[block], 2);
            if (offsetAt >= 0) {
                ReferenceBlocks.put(data, block * bytes + offsetAt, SCALES[block] | 0x8000, 2);
            }
        }
        float[] found = new float[3 * type.size()];
        type.decode(ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN), 0, found);
        double sum = 0;
        for (int i = 0; i < found.length; i++) {
            sum += (i + 1.0) * found[i];
        }
        assertThat((double) found[1]).isCloseTo(second, within(1e-5));
        assertThat((double) found[found.length - 2]).isCloseTo(lastButOne, within(1e-5));
        assertThat(sum).isCloseTo(weighted, within(Math.abs(weighted) * 1e-6));
    }

    @Test
    void unpacksTheUpperHalvesOfFloats() {
        ByteBuffer data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        data.putShort((short) 0x3F80)
                .putShort((short) 0xC040)
                .putShort((short) 0x7F80)
                .putShort((short) 0x0001);
        float[] out = new float[4];
        BlockType.BF16.decode(data, 0, out);
        assertThat(out).containsExactly(1f, -3f, Float.POSITIVE_INFINITY, Float.intBitsToFloat(0x10000));
    }

    @Test
    void knowsHowManyBytesARowTakes() {
        assertThat(BlockType.Q4_1.bytes(576)).isEqualTo(360);
        assertThat(BlockType.Q8_0.bytes(576)).isEqualTo(612);
        assertThat(BlockType.F16.bytes(576)).isEqualTo(1152);
        assertThat(BlockType.F32.bytes(576)).isEqualTo(2304);
    }
}
