package dev.elm4j.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * Where a matrix lies in a file.
 *
 * @param name such as {@code blk.0.attn_q.weight}
 * @param columns elements of a row, which lie side by side; whole blocks
 * @param rows product of the other dimensions, 1 for a vector
 * @param type how it is packed
 * @param offset first byte, counted from the beginning of the data
 */
record TensorEntry(String name, int columns, int rows, BlockType type, long offset) {

    private static final int MOST_DIMENSIONS = 4;

    static TensorEntry read(String file, GgufInput in) throws IOException {
        String name = in.string();
        int dimensions = in.int32();
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw BadModelFile.corrupt(file, "tensor '%s' has %d dimensions".formatted(name, dimensions));
        }
        long columns = dimension(file, name, in.int64(), 1);
        long rows = 1;
        for (int d = 1; d < dimensions; d++) {
            rows = dimension(file, name, in.int64(), rows);
        }
        int typeId = in.int32();
        BlockType type = BlockType.of(typeId).orElseThrow(() -> unknown(file, name, typeId));
        if (columns % type.size() != 0) {
            throw BadModelFile.corrupt(
                    file,
                    "tensor '%s' of type %s has %d columns, which is no multiple of %d"
                            .formatted(name, type, columns, type.size()));
        }
        return new TensorEntry(name, (int) columns, (int) rows, type, in.int64());
    }

    /** As a SafeTensors file describes it: the slowest dimension first; a single number counts as a vector. */
    static TensorEntry of(String file, String name, JsonNode shape, BlockType type, long offset) {
        int last = shape.size() - 1;
        long columns = last < 0 ? 1 : dimension(file, name, shape.get(last).asLong(), 1);
        long rows = 1;
        for (int d = 0; d < last; d++) {
            rows = dimension(file, name, shape.get(d).asLong(), rows);
        }
        return new TensorEntry(
                name, (int) columns, (int) dimension(file, name, rows, columns) / (int) columns, type, offset);
    }

    /** Bytes of a row. */
    int rowBytes() {
        return Math.toIntExact(type.bytes(columns));
    }

    /** Bytes of all rows. */
    long bytes() {
        return (long) rowBytes() * rows;
    }

    /** Numbers in it. */
    long elements() {
        return (long) columns * rows;
    }

    private static long dimension(String file, String tensor, long value, long others) {
        if (value < 1 || value > Integer.MAX_VALUE / 4 / others) {
            throw BadModelFile.corrupt(
                    file, "a dimension of tensor '%s' is %s".formatted(tensor, Long.toUnsignedString(value)));
        }
        return value * others;
    }

    private static IllegalArgumentException unknown(String file, String tensor, int type) {
        return BadModelFile.unsupported(
                file,
                "holds tensor '%s' in block type %d, but %s are the types that can be read"
                        .formatted(tensor, type, BlockType.known()),
                "Give a variant of the model in one of these, such as one whose name ends in Q8_0.gguf or F16.gguf.");
    }
}
