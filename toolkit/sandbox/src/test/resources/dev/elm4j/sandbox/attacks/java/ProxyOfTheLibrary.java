// tries: a list that is a proxy of the library's own loader, and lies in every method
// honest: VALID, RESULT_TOO_LARGE, EXCEPTION, TYPE_ERROR
// cpu: 3000
import java.lang.reflect.Proxy;
import java.util.Map;

public final class ProxyOfTheLibrary {
    public static Object run(Map<String, Object> bait) throws Throwable {
        return Proxy.newProxyInstance(null, new Class<?>[] {java.util.List.class}, (proxy, method, words) -> {
            switch (method.getName()) {
                case "iterator":
                    return Proxy.newProxyInstance(null, new Class<?>[] {java.util.Iterator.class}, (p, called, w) ->
                            called.getName().equals("hasNext") ? (Object) true : Map.of("k", proxy.getClass()));
                case "toString":
                    return "\"forged\"";
                default:
                    return null;
            }
        });
    }
}
