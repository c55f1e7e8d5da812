// tries: to handle signals by the old door of the library, and to raise them
// honest: VALID, EXCEPTION, CRASH, EXIT, TIMEOUT
// wall: 2000
import java.lang.reflect.Proxy;
import java.util.Map;

public final class Signals {
    public static String run(Map<String, Object> bait) throws Exception {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object ignore = Proxy.newProxyInstance(null, new Class<?>[] {handler}, (proxy, method, words) -> null);
        Object term = signal.getConstructor(String.class).newInstance("TERM");
        signal.getMethod("handle", signal, handler).invoke(null, term, ignore);
        signal.getMethod("raise", signal).invoke(null, term);
        return "raised";
    }
}
