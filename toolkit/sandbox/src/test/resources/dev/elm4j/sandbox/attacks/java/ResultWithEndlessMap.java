// tries: to answer with a map whose entries never end and lie
// honest: VALID, RESULT_TOO_LARGE, EXCEPTION, TIMEOUT
// cpu: 500
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

public final class ResultWithEndlessMap {
    public static Object run(Map<String, Object> bait) {
        return new AbstractMap<Object, Object>() {
            @Override
            public Set<Map.Entry<Object, Object>> entrySet() {
                return new AbstractSet<>() {
                    @Override
                    public int size() {
                        return -1;
                    }

                    @Override
                    public Iterator<Map.Entry<Object, Object>> iterator() {
                        return Stream.generate(() -> Map.<Object, Object>entry("k", "v")).iterator();
                    }
                };
            }
        };
    }
}
