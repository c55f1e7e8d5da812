package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class BlockTypeTest {

    private static final short HALF_OF_ONE = 0x3800;
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

    @Test
    void knowsHowManyBytesARowTakes() {
        assertThat(BlockType.Q4_1.bytes(576)).isEqualTo(360);
        assertThat(BlockType.Q8_0.bytes(576)).isEqualTo(612);
        assertThat(BlockType.F16.bytes(576)).isEqualTo(1152);
        assertThat(BlockType.F32.bytes(576)).isEqualTo(2304);
    }
}
