// tries: to open memory and descriptors of all other processes
// chosen: true
// honest: VALID
// never: ^opened
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.ArrayList;
import java.util.Map;

public final class MemoryOfOthers {
    public static String run(Map<String, Object> bait) {
        var done = new ArrayList<String>();
        var pids = new ArrayList<Long>();
        for (long pid = 1; pid < 100; pid++) {
            pids.add(pid);
        }
        pids.add(((Number) bait.get("kernelPid")).longValue());
        pids.add(((Number) bait.get("victimPid")).longValue());
        pids.remove(ProcessHandle.current().pid());
        for (long pid : pids) {
            try {
                new FileInputStream("/proc/" + pid + "/mem").read();
                done.add("memory of " + pid);
            } catch (Exception refused) {
                // as it should be
            }
            for (int i = 0; i < 32; i++) {
                try {
                    new FileOutputStream("/proc/" + pid + "/fd/" + i);
                    done.add(i + " of " + pid);
                } catch (Exception refused) {
                    // as it should be
                }
            }
        }
        return done.isEmpty() ? "refused" : "opened " + done;
    }
}
