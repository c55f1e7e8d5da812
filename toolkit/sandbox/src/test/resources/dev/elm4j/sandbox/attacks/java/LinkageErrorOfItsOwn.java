// tries: to look as if it had never been loaded, after it has run
// honest: EXCEPTION
// chosen: true
import java.util.Map;

public final class LinkageErrorOfItsOwn {
    public static Object run(Map<String, Object> bait) throws Throwable {
        throw new UnsupportedClassVersionError("I was asked for " + bait.get("port"));
    }
}
