// tries: to start a process below the library, by the method that forks
// honest: VALID
// never: ^did
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Map;

public final class StartByForce {
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
        var allocate = unsafe.getClass().getMethod("allocateInstance", Class.class);
        var done = new ArrayList<String>();
        try {
            Class<?> type = Class.forName("java.lang.ProcessImpl");
            Object process = allocate.invoke(unsafe, type);
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals("forkAndExec")) {
                    put.invoke(unsafe, method, 12L, true);
                    for (int mode = 1; mode <= 3; mode++) {
                        try {
                            done.add("" + method.invoke(process, mode, "/usr/lib/jvm/java-17-openjdk-amd64/lib/jspawnhelper\0".getBytes(),
                                    "/bin/true\0".getBytes(), new byte[0], 0, new byte[0], 0, null, new int[] {-1, -1, -1}, false));
                        } catch (InvocationTargetException refused) {
                            // as it should be
                        }
                    }
                }
            }
        } catch (Throwable refused) {
            // as it should be
        }
        return done.isEmpty() ? "refused" : "did " + done;
    }
}
