// tries: to start other programs
// chosen: true
// honest: VALID
// never: ^started
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class Programs {
    public static String run(Map<String, Object> bait) {
        var done = new ArrayList<String>();
        for (String program : List.of("/bin/sh", "/usr/bin/id", "/usr/bin/python3", System.getProperty("java.home") + "/bin/java")) {
            for (String way : List.of("POSIX_SPAWN", "FORK", "VFORK")) {
                try {
                    System.setProperty("jdk.lang.Process.launchMechanism", way);
                    new ProcessBuilder(program, "--version").start();
                    done.add(program);
                } catch (Exception | Error refused) {
                    // as it should be
                }
            }
        }
        try {
            Runtime.getRuntime().exec("id");
            done.add("id");
        } catch (Exception | Error refused) {
            // as it should be
        }
        return done.isEmpty() ? "refused" : "started " + done;
    }
}
