// tries: to stop its process by a signal, so that its CPU clock stands still
// honest: TIMEOUT, EXCEPTION
// wall: 1500
import java.util.Map;

public final class SignalStop {
    public static Object run(Map<String, Object> bait) throws Throwable {
        Class<?> signal = Class.forName("sun.misc.Signal");
        signal.getMethod("raise", signal).invoke(null, signal.getConstructor(String.class).newInstance("STOP"));
        return "goes on";
    }
}
