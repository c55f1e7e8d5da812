// tries: to suspend its own thread and that of its caller, so that no clock runs
// honest: TIMEOUT, EXCEPTION
// wall: 1500
import java.util.Map;

public final class SuspendItself {
    public static Object run(Map<String, Object> bait) throws Throwable {
        Thread.class.getMethod("suspend").invoke(Thread.currentThread());
        return "woke";
    }
}
