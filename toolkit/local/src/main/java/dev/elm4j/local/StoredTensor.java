package dev.elm4j.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * A tensor in a file.
 *
 * @param bytes the file
 * @param start first byte of the tensor
 * @param entry its shape
 */
record StoredTensor(Bytes bytes, long start, TensorEntry entry) {

    private static final int CHUNK = 1 << 18;

    /** Appends it as 32-bit floats. */
    void read(RowOrder order, FloatBuffer out) throws IOException {
        int rowBytes = entry.rowBytes();
        int rows = order.group() * Math.max(1, CHUNK / (order.group() * rowBytes));
        float[] row = new float[entry.columns()];
        ByteBuffer packed = ByteBuffer.allocate(Math.toIntExact(Math.min(rows, entry.rows()) * (long) rowBytes))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int first = 0; first < entry.rows(); first += rows) {
            int count = Math.min(rows, entry.rows() - first);
            packed.clear().limit(count * rowBytes);
            bytes.read(start + (long) first * rowBytes, packed);
            for (int r = 0; r < count; r++) {
                int stored = r - r % order.group() + order.stored(r % order.group());
                entry.type().decode(packed, stored * rowBytes, row);
                out.put(row);
            }
        }
    }
}
