// tries: to load code into other virtual machines, the compiler's among them
// honest: VALID, EXCEPTION
// never: ^attached
import java.util.ArrayList;
import java.util.Map;

public final class AttachToOthers {
    public static String run(Map<String, Object> bait) {
        var done = new ArrayList<String>();
        var pids = new ArrayList<Long>();
        ProcessHandle.allProcesses().forEach(handle -> pids.add(handle.pid()));
        pids.add(((Number) bait.get("kernelPid")).longValue());
        for (long pid : pids) {
            try {
                Class.forName("com.sun.tools.attach.VirtualMachine").getMethod("attach", String.class).invoke(null, "" + pid);
                done.add("" + pid);
            } catch (Exception | Error refused) {
                // the next one
            }
        }
        return done.isEmpty() ? "refused" : "attached to " + done;
    }
}
