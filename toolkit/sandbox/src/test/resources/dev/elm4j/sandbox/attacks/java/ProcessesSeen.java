// tries: to see commands and arguments of other processes, where keys may stand
// honest: VALID, EXCEPTION
// never-on-host: ^saw
import java.util.Map;
import java.util.stream.Collectors;

public final class ProcessesSeen {
    public static String run(Map<String, Object> bait) {
        String seen = ProcessHandle.allProcesses()
                .filter(handle -> handle.pid() != ProcessHandle.current().pid())
                .filter(handle -> handle.info().commandLine().isPresent())
                .map(handle -> handle.pid() + ": " + handle.info().commandLine().orElse(""))
                .collect(Collectors.joining("; "));
        return seen.isEmpty() ? "refused" : "saw " + seen;
    }
}
