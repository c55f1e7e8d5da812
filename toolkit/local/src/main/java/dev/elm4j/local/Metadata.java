package dev.elm4j.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys and values in the header of a GGUF file. Immutable.
 *
 * @param file name of the file, for messages
 * @param values numbers as {@link Number}, texts as {@link String}, truth values as {@link Boolean}, arrays as lists
 */
record Metadata(String file, Map<String, Object> values) {

    private static final int ARRAY = 9;
    private static final int DEEPEST = 4;

    /** Reads that many pairs. */
    static Metadata read(String file, GgufInput in, int count) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String key = in.string();
            values.put(key, value(file, in, in.int32(), 0));
        }
        return new Metadata(file, values);
    }

    private static Object value(String file, GgufInput in, int type, int depth) throws IOException {
        return switch (type) {
            case 0 -> in.int8() & 0xFF;
            case 1 -> (int) in.int8();
            case 2 -> in.int16() & 0xFFFF;
            case 3 -> (int) in.int16();
            case 4 -> in.int32() & 0xFFFFFFFFL;
            case 5 -> in.int32();
            case 6 -> in.float32();
            case 7 -> in.int8() != 0;
            case 8 -> in.string();
            case ARRAY -> array(file, in, depth);
            case 10, 11 -> in.int64();
            case 12 -> in.float64();
            default ->
                throw BadModelFile.corrupt(
                        file, "before byte %,d is a value of the unknown type %d".formatted(in.position(), type));
        };
    }

    private static List<Object> array(String file, GgufInput in, int depth) throws IOException {
        if (depth == DEEPEST) {
            throw BadModelFile.corrupt(file, "it nests arrays more than %d deep".formatted(DEEPEST));
        }
        int type = in.int32();
        int count = in.count(1);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value(file, in, type, depth + 1));
        }
        return values;
    }

    /** A text. */
    Optional<String> text(String key) {
        return value(key, String.class);
    }

    /** A whole number. */
    Optional<Integer> integer(String key) {
        return value(key, Number.class).map(number -> {
            if (number.longValue() < 0 || number.longValue() > Integer.MAX_VALUE) {
                throw BadModelFile.corrupt(file, "%s is %s".formatted(key, number));
            }
            return number.intValue();
        });
    }

    /** A whole number that must be there. */
    int needInteger(String key) {
        return integer(key).orElseThrow(() -> missing(key));
    }

    /** A real number. */
    Optional<Double> real(String key) {
        return value(key, Number.class).map(Number::doubleValue);
    }

    /** A truth value. */
    Optional<Boolean> flag(String key) {
        return value(key, Boolean.class);
    }

    /** An array whose elements are all of one type; empty if the key is missing. */
    <T> List<T> list(String key, Class<T> type) {
        List<T> result = new ArrayList<>();
        for (Object element : value(key, List.class).orElse(List.of())) {
            result.add(cast(key, element, type));
        }
        return result;
    }

    IllegalArgumentException missing(String key) {
        return BadModelFile.unsupported(file, "does not say '%s'".formatted(key), BadModelFile.OTHER_MODEL);
    }

    private <T> Optional<T> value(String key, Class<T> type) {
        return Optional.ofNullable(values.get(key)).map(value -> cast(key, value, type));
    }

    private <T> T cast(String key, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw BadModelFile.corrupt(
                    file,
                    "'%s' should be a %s, but is a %s"
                            .formatted(
                                    key, type.getSimpleName(), value.getClass().getSimpleName()));
        }
        return type.cast(value);
    }
}
