// tries: private lookups and deep reflection into the library, and to change it
// honest: VALID
// never: ^reached
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Map;

public final class LookupIntoTheLibrary {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var done = new ArrayList<String>();
        for (String name : new String[] {"java.lang.Shutdown", "java.lang.Runtime", "java.lang.Thread", "java.lang.System",
                "jdk.internal.misc.VM", "jdk.internal.misc.Unsafe", "java.lang.ProcessHandleImpl"}) {
            try {
                MethodHandles.privateLookupIn(Class.forName(name), MethodHandles.lookup());
                done.add(name);
            } catch (Throwable refused) {
                // the next one
            }
            try {
                Method[] methods = Class.forName(name).getDeclaredMethods();
                for (Method method : methods) {
                    if (!java.lang.reflect.Modifier.isPublic(method.getModifiers())) {
                        method.setAccessible(true);
                        done.add(method.toString());
                    }
                }
            } catch (Throwable refused) {
                // the next one
            }
        }
        return done.isEmpty() ? "refused" : "reached " + done;
    }
}
