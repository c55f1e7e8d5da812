// tries: to have the virtual machine print what it holds
// honest: VALID, EXCEPTION
import java.util.Map;

public final class SignalOfTheDump {
    public static Object run(Map<String, Object> bait) throws Throwable {
        Class<?> signal = Class.forName("sun.misc.Signal");
        signal.getMethod("raise", signal).invoke(null, signal.getConstructor(String.class).newInstance("QUIT"));
        Thread.sleep(300);
        return "goes on";
    }
}
