// tries: a map whose 30,000 keys have one hash, of two kinds that cannot be compared with each other
// honest: VALID, RESULT_TOO_LARGE, TIMEOUT
// cpu: 4000
import java.util.Map;
import java.util.TreeMap;

public final class MapThatFloodsTheHost {
    @SuppressWarnings("unchecked")
    public static Object run(Map<String, Object> bait) throws Throwable {
        var map = new TreeMap<Object, Object>((one, other) -> one.getClass() == other.getClass()
                ? ((Comparable<Object>) one).compareTo(other)
                : one.getClass().getName().compareTo(other.getClass().getName()));
        for (long high = 0x40000001L; map.size() < 30000; high++) {
            long bits = high << 32 | (high ^ 0x12345678L);
            map.put(bits, 0);
            map.put(Double.longBitsToDouble(bits), 0);
        }
        return map;
    }
}
