// tries: to load native libraries, from the system and from where it may have written one
// honest: VALID
// never: attack
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class LoadLibrary {
    public static native int attack();

    public static String run(Map<String, Object> bait) {
        var done = new ArrayList<String>();
        for (String path : List.of("/lib/x86_64-linux-gnu/libc.so.6", "/tmp/elm4j-attack.so", bait.get("drop") + "/elm4j-attack.so",
                "/proc/self/fd/0", "/dev/shm/elm4j-attack.so")) {
            try {
                System.load(path);
                done.add(path);
            } catch (Throwable refused) {
                // the next one
            }
        }
        try {
            done.add("called " + attack());
        } catch (UnsatisfiedLinkError refused) {
            // as it should be
        }
        return "loaded " + done.size();
    }
}
