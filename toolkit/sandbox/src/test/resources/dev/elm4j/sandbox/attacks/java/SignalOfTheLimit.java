// tries: to die of the signal that means the end of CPU time
// honest: CRASH, EXCEPTION, VALID
import java.util.Map;

public final class SignalOfTheLimit {
    public static Object run(Map<String, Object> bait) throws Throwable {
        Class<?> signal = Class.forName("sun.misc.Signal");
        signal.getMethod("raise", signal).invoke(null, signal.getConstructor(String.class).newInstance("XCPU"));
        Thread.sleep(100);
        return "goes on";
    }
}
