// tries: keys that all collide, and cannot be compared
// honest: TIMEOUT
// cpu: 300
import java.util.HashMap;
import java.util.Map;

public final class HashFlood {
    static final class Key {
        @Override
        public int hashCode() {
            return 7;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }

    public static String run(Map<String, Object> bait) {
        var map = new HashMap<Key, Key>();
        for (int i = 0; i < 1_000_000; i++) {
            map.put(new Key(), null);
        }
        return "held " + map.size();
    }
}
