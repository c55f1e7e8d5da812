package dev.elm4j.local.tiny;

import ai.djl.util.Float16Utils;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a small GGUF file says: its keys, and its F32 and F16 tensors as plain numbers. Independent of the reader that
 * the toolkit uses, so that one checks the other.
 *
 * @param keys values as String, Integer (also for bool: 0 or 1), Float or List
 * @param tensors row by row, by name
 */
record GgufFile(Map<String, Object> keys, Map<String, float[]> tensors) {

    private static final int ALIGNMENT = 32;

    private record Place(String name, int size, int type, long offset) {}

    /** Reads a whole file. */
    static GgufFile parse(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int magic = in.getInt();
        int version = in.getInt();
        if (magic != 0x46554747 || version != 3) {
            throw new IllegalArgumentException(
                    "Not a GGUF file of version 3: it starts with %08x, version %d.".formatted(magic, version));
        }
        long tensorCount = in.getLong();
        long keyCount = in.getLong();
        Map<String, Object> keys = new LinkedHashMap<>();
        for (int i = 0; i < keyCount; i++) {
            String name = string(in);
            keys.put(name, value(in, in.getInt()));
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < tensorCount; i++) {
            places.add(place(in));
        }
        int start = (in.position() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        Map<String, float[]> tensors = new LinkedHashMap<>();
        places.forEach(p -> tensors.put(p.name(), numbers(in.position((int) (start + p.offset())), p)));
        return new GgufFile(keys, tensors);
    }

    /** The model in this module's resources. */
    static GgufFile tiny() throws IOException {
        try (var in = GgufFile.class.getResourceAsStream("tiny-opinions.gguf")) {
            return parse(in.readAllBytes());
        }
    }

    /** An integer key. */
    int number(String key) {
        return (Integer) keys.get(key);
    }

    private static Place place(ByteBuffer in) {
        String name = string(in);
        int size = 1;
        for (int dims = in.getInt(); dims > 0; dims--) {
            size *= (int) in.getLong();
        }
        return new Place(name, size, in.getInt(), in.getLong());
    }

    private static float[] numbers(ByteBuffer in, Place place) {
        float[] out = new float[place.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = place.type() == 0 ? in.getFloat() : Float16Utils.halfToFloat(in.getShort());
        }
        return out;
    }

    private static Object value(ByteBuffer in, int type) {
        return switch (type) {
            case 4, 5 -> in.getInt();
            case 6 -> in.getFloat();
            case 7 -> (int) in.get();
            case 8 -> string(in);
            case 9 -> list(in);
            default -> throw new IllegalArgumentException("This reader knows no key type " + type + ".");
        };
    }

    private static List<Object> list(ByteBuffer in) {
        int type = in.getInt();
        long size = in.getLong();
        List<Object> out = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            out.add(value(in, type));
        }
        return out;
    }

    private static String string(ByteBuffer in) {
        byte[] bytes = new byte[(int) in.getLong()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
