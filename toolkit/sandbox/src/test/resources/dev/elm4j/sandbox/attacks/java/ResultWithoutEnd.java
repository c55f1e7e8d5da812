// tries: to answer with a list of its own whose iterator never ends
// chosen: true
// honest: VALID, RESULT_TOO_LARGE, EXCEPTION, TIMEOUT
// cpu: 500
import java.util.AbstractList;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

public final class ResultWithoutEnd {
    public static Object run(Map<String, Object> bait) {
        return new AbstractList<Object>() {
            @Override
            public Object get(int index) {
                return "x";
            }

            @Override
            public int size() {
                return 1;
            }

            @Override
            public Iterator<Object> iterator() {
                return Stream.generate(() -> (Object) "x").iterator();
            }
        };
    }
}
