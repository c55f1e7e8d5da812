package dev.elm4j.local;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes GGUF files for the tests, straight from the specification and without any code of the reader. */
final class GgufWriter {

    private static final int ALIGNMENT = 32;

    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private final Map<String, Stored> tensors = new LinkedHashMap<>();

    record Stored(long[] shape, int type, byte[] content) {}

    GgufWriter put(String key, Object value) {
        metadata.put(key, value);
        return this;
    }

    GgufWriter remove(String key) {
        metadata.remove(key);
        return this;
    }

    GgufWriter removeTensor(String name) {
        tensors.remove(name);
        return this;
    }

    /** 32-bit floats; the shape has the fastest dimension first. */
    GgufWriter floats(String name, float[] values, long... shape) {
        ByteBuffer content = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        content.asFloatBuffer().put(values);
        return raw(name, 0, content.array(), shape);
    }

    GgufWriter raw(String name, int type, byte[] content, long... shape) {
        tensors.put(name, new Stored(shape, type, content));
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        int32(out, 3);
        int64(out, tensors.size());
        int64(out, metadata.size());
        metadata.forEach((key, value) -> {
            string(out, key);
            typed(out, value);
        });
        long offset = 0;
        for (Map.Entry<String, Stored> entry : tensors.entrySet()) {
            Stored tensor = entry.getValue();
            string(out, entry.getKey());
            int32(out, tensor.shape().length);
            for (long size : tensor.shape()) {
                int64(out, size);
            }
            int32(out, tensor.type());
            int64(out, offset);
            offset += aligned(tensor.content().length);
        }
        pad(out);
        for (Stored tensor : tensors.values()) {
            out.writeBytes(tensor.content());
            pad(out);
        }
        return out.toByteArray();
    }

    private static void typed(ByteArrayOutputStream out, Object value) {
        int32(out, type(value));
        content(out, value);
    }

    private static int type(Object value) {
        if (value instanceof Byte) {
            return 1;
        } else if (value instanceof Short) {
            return 3;
        } else if (value instanceof Integer) {
            return 5;
        } else if (value instanceof Float) {
            return 6;
        } else if (value instanceof Boolean) {
            return 7;
        } else if (value instanceof String) {
            return 8;
        } else if (value instanceof List) {
            return 9;
        } else if (value instanceof Long) {
            return 11;
        }
        return 12;
    }

    private static void content(ByteArrayOutputStream out, Object value) {
        if (value instanceof Byte number) {
            out.write(number);
        } else if (value instanceof Short number) {
            out.write(number);
            out.write(number >> 8);
        } else if (value instanceof Integer number) {
            int32(out, number);
        } else if (value instanceof Float number) {
            int32(out, Float.floatToIntBits(number));
        } else if (value instanceof Boolean flag) {
            out.write(flag ? 1 : 0);
        } else if (value instanceof String text) {
            string(out, text);
        } else if (value instanceof List<?> list) {
            int32(out, list.isEmpty() ? 8 : type(list.get(0)));
            int64(out, list.size());
            list.forEach(element -> content(out, element));
        } else if (value instanceof Long number) {
            int64(out, number);
        } else {
            int64(out, Double.doubleToLongBits((Double) value));
        }
    }

    private static void string(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int64(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void int32(ByteArrayOutputStream out, int value) {
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }

    private static void int64(ByteArrayOutputStream out, long value) {
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
    }

    private static void pad(ByteArrayOutputStream out) {
        while (out.size() % ALIGNMENT != 0) {
            out.write(0);
        }
    }

    private static long aligned(long size) {
        return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
