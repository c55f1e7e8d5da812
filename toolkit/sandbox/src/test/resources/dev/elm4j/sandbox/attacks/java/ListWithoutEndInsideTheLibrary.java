// tries: a list of the library around one of its own that never ends
// honest: RESULT_TOO_LARGE, TIMEOUT
// cpu: 3000
import java.util.AbstractList;
import java.util.Collections;
import java.util.Map;

public final class ListWithoutEndInsideTheLibrary {
    public static Object run(Map<String, Object> bait) throws Throwable {
        return Collections.synchronizedCollection(Collections.unmodifiableCollection(new AbstractList<Object>() {
            @Override
            public Object get(int index) {
                return null;
            }

            @Override
            public int size() {
                return Integer.MAX_VALUE;
            }
        }));
    }
}
