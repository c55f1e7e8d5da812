// tries: records whose accessors, texts and hashes throw
// honest: EXCEPTION, STACK_OVERFLOW
import java.util.List;
import java.util.Map;

public final class RecordThatThrows {
    public static Object run(Map<String, Object> bait) throws Throwable {
        return List.of(new Point(1, 2));
    }

    record Point(int x, int y) {
        @Override
        public int x() {
            throw new IllegalStateException("x");
        }

        @Override
        public String toString() {
            return x() + toString();
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("hash");
        }
    }
}
