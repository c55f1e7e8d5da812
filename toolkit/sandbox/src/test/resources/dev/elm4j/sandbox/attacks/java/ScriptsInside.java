// tries: scripts, beans and beans of management, of the library
// honest: VALID
// never: ^ran
import java.util.ArrayList;
import java.util.Map;

public final class ScriptsInside {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var done = new ArrayList<String>();
        try {
            Object manager = Class.forName("javax.script.ScriptEngineManager").getConstructor().newInstance();
            for (String name : new String[] {"js", "nashorn", "graal.js", "groovy"}) {
                Object engine = manager.getClass().getMethod("getEngineByName", String.class).invoke(manager, name);
                if (engine != null) {
                    done.add(name);
                }
            }
        } catch (Throwable absent) {
            // not in this image
        }
        try {
            Object robot = Class.forName("java.awt.Robot").getConstructor().newInstance();
            done.add("" + robot);
        } catch (Throwable absent) {
            // no screen
        }
        try {
            Class.forName("javax.naming.InitialContext").getMethod("doLookup", String.class).invoke(null, "ldap://127.0.0.1:" + bait.get("port") + "/x");
            done.add("looked up");
        } catch (Throwable refused) {
            // as it should be
        }
        return done.isEmpty() ? "refused" : "ran " + done;
    }
}
