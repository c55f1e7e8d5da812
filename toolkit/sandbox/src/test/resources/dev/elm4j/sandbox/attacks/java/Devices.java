// tries: to open devices and settings of the kernel
// honest: VALID
// never: ^opened
import java.io.FileOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class Devices {
    public static String run(Map<String, Object> bait) {
        var done = new ArrayList<String>();
        for (String name : List.of("/dev/mem", "/dev/kmsg", "/dev/kvm", "/dev/fuse", "/dev/tty", "/dev/ptmx", "/dev/console",
                "/dev/net/tun", "/dev/loop-control", "/dev/sda", "/dev/vda", "/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger",
                "/proc/self/oom_score_adj", "/proc/self/comm", "/proc/self/clear_refs", "/sys/fs/cgroup/cgroup.procs",
                "/proc/self/coredump_filter", "/proc/self/uid_map", "/proc/self/attr/current")) {
            try {
                new FileOutputStream(name);
                done.add(name);
            } catch (Exception refused) {
                // as it should be
            }
        }
        return done.isEmpty() ? "refused" : "opened " + done;
    }
}
