// tries: to fill the memory of classes with proxies, each in a loader of its own
// honest: MEMORY_LIMIT, TIMEOUT, CRASH, EXCEPTION
// memory: 128
// cpu: 1500
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Map;

public final class MetaspaceBomb {
    public static String run(Map<String, Object> bait) {
        var kept = new ArrayList<Object>();
        for (int i = 0; i < 200_000; i++) {
            var loader = new ClassLoader() {};
            kept.add(Proxy.newProxyInstance(loader, new Class<?>[] {Comparable.class, Runnable.class}, (p, m, a) -> null));
        }
        return "made " + kept.size() + " classes";
    }
}
