// tries: a value that throws as if a class were missing, with a text of five megabytes
// honest: EXCEPTION
import java.util.Map;

public final class ResultThatIsNotFound {
    public static Object run(Map<String, Object> bait) throws Throwable {
        return new Object() {
            @Override
            public String toString() {
                ResultThatIsNotFound.<RuntimeException>sneak(new ClassNotFoundException("x".repeat(5 << 20)));
                return "";
            }
        };
    }

    @SuppressWarnings("unchecked")
    static <T extends Throwable> void sneak(Throwable any) throws T {
        throw (T) any;
    }
}
