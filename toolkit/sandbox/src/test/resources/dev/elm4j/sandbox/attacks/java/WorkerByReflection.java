// tries: to find the code that started it, and to change its fields
// chosen: true
// honest: VALID
// never: ^changed
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;

public final class WorkerByReflection {
    public static String run(Map<String, Object> bait) {
        var loaders = new LinkedHashSet<ClassLoader>();
        loaders.add(ClassLoader.getSystemClassLoader());
        loaders.add(Thread.currentThread().getContextClassLoader());
        loaders.add(WorkerByReflection.class.getClassLoader());
        var changed = new ArrayList<String>();
        var seen = new ArrayList<String>();
        for (StackTraceElement element : Thread.currentThread().getStackTrace()) {
            for (ClassLoader loader : loaders) {
                try {
                    Class<?> type = Class.forName(element.getClassName(), true, loader);
                    if (!type.getName().startsWith("dev.elm4j")) {
                        continue;
                    }
                    seen.add(type.getName());
                    for (Field field : type.getDeclaredFields()) {
                        field.setAccessible(true);
                        field.set(null, null);
                        changed.add(field.toString());
                    }
                } catch (Exception | Error refused) {
                    // the next one
                }
            }
        }
        // A program that lies about its own value is only its own value: fields of the process that dies with it.
        return (changed.isEmpty() ? "refused, saw " : "its own copy of ") + seen + changed;
    }
}
