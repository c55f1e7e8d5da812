// tries: to read the environments and memory maps of other processes
// chosen: true
// honest: VALID
// never: (?i)key|token|secret|password|maven|jupyter|JAVA_|HOME=
// never-on-host: ^read
import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.Map;

public final class EnvironmentsOfOthers {
    public static String run(Map<String, Object> bait) {
        var done = new ArrayList<String>();
        var pids = new ArrayList<Long>();
        for (long pid = 1; pid < 200; pid++) {
            pids.add(pid);
        }
        pids.add(((Number) bait.get("kernelPid")).longValue());
        pids.add(((Number) bait.get("victimPid")).longValue());
        ProcessHandle.current().parent().ifPresent(parent -> pids.add(parent.pid()));
        for (long pid : pids) {
            for (String name : new String[] {"environ", "maps", "stack"}) {
                try {
                    String text = new String(new FileInputStream("/proc/" + pid + "/" + name).readAllBytes(), "ISO-8859-1");
                    if (pid != ProcessHandle.current().pid() && !text.isEmpty() && !name.equals("maps")) {
                        done.add(pid + " " + name + ": " + text);
                    }
                } catch (Exception refused) {
                    // as it should be
                }
            }
        }
        return done.isEmpty() ? "refused" : "read " + done;
    }
}
