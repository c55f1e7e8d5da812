// tries: a value that throws what the code around it throws itself, without a cause
// honest: EXCEPTION
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

public final class ResultThatThrowsForItsCaller {
    public static Object run(Map<String, Object> bait) throws Throwable {
        return new Object() {
            @Override
            public String toString() {
                ResultThatThrowsForItsCaller.<RuntimeException>sneak(new InvocationTargetException(null));
                return "";
            }
        };
    }

    @SuppressWarnings("unchecked")
    static <T extends Throwable> void sneak(Throwable any) throws T {
        throw (T) any;
    }
}
