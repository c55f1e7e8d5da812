// tries: to attach to its own process and to open the library to itself
// honest: VALID
// never: ^attached
import java.util.ArrayList;
import java.util.Map;

public final class AttachToItself {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var done = new ArrayList<String>();
        System.setProperty("jdk.attach.allowAttachSelf", "true");
        try {
            Class<?> machine = Class.forName("com.sun.tools.attach.VirtualMachine");
            done.add("" + machine.getMethod("attach", String.class).invoke(null, "" + ProcessHandle.current().pid()));
        } catch (Throwable refused) {
            // as it should be
        }
        try {
            Object.class.getModule().addOpens("java.lang", AttachToItself.class.getModule());
            done.add("opens");
        } catch (Throwable refused) {
            // as it should be
        }
        return done.isEmpty() ? "refused" : "attached " + done;
    }
}
