// tries: objects of the library whose texts call each other without end
// honest: STACK_OVERFLOW, EXCEPTION
import java.util.Map;

public final class CircleOfTexts {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var one = new java.util.concurrent.atomic.AtomicReference<Object>();
        one.set(new java.util.concurrent.atomic.AtomicReference<Object>(one));
        return one;
    }
}
