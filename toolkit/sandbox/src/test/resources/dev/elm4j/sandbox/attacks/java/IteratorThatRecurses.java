// tries: a list of the library around one of its own, whose iterator uses up the stack of its caller
// honest: STACK_OVERFLOW
import java.util.AbstractList;
import java.util.Collections;
import java.util.Map;

public final class IteratorThatRecurses {
    public static Object run(Map<String, Object> bait) throws Throwable {
        return Collections.unmodifiableList(new AbstractList<Object>() {
            @Override
            public Object get(int index) {
                return get(index + 1);
            }

            @Override
            public int size() {
                return 3;
            }
        });
    }
}
