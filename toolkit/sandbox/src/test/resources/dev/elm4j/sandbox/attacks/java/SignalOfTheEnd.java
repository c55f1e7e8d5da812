// tries: to end by a signal that the virtual machine handles
// honest: EXIT, CRASH, EXCEPTION
import java.util.Map;

public final class SignalOfTheEnd {
    public static Object run(Map<String, Object> bait) throws Throwable {
        Class<?> signal = Class.forName("sun.misc.Signal");
        signal.getMethod("raise", signal).invoke(null, signal.getConstructor(String.class).newInstance("TERM"));
        Thread.sleep(5000);
        return "goes on";
    }
}
