// tries: to end its parent and other processes
// chosen: true
// honest: VALID
// never: ^ended
import java.util.ArrayList;
import java.util.Map;

public final class KillOthers {
    public static String run(Map<String, Object> bait) {
        var done = new ArrayList<String>();
        var handles = new ArrayList<ProcessHandle>();
        ProcessHandle.current().parent().filter(parent -> parent.pid() > 1).ifPresent(handles::add);
        ProcessHandle.of(((Number) bait.get("victimPid")).longValue()).ifPresent(handles::add);
        for (ProcessHandle handle : handles) {
            if (handle.destroy() || handle.destroyForcibly()) {
                done.add("" + handle.pid());
            }
        }
        return done.isEmpty() ? "refused" : "ended " + done;
    }
}
