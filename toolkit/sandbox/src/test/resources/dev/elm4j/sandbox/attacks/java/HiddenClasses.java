// tries: to fill the memory of classes with hidden ones, made by the library for lambdas
// honest: MEMORY_LIMIT, TIMEOUT, CRASH, EXCEPTION, LOAD_ERROR
// memory: 128
// cpu: 6000
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Map;

public final class HiddenClasses {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var lookup = MethodHandles.lookup();
        var type = MethodType.methodType(void.class);
        var kept = new ArrayList<Object>();
        while (true) {
            var site = LambdaMetafactory.metafactory(lookup, "run", MethodType.methodType(Runnable.class), type,
                    lookup.findStatic(HiddenClasses.class, "nothing", type), type);
            kept.add(site.getTarget().invoke());
        }
    }

    static void nothing() {}
}
