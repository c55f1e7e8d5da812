// tries: an exception whose text loops or ends the process
// honest: TIMEOUT, EXCEPTION, EXIT
// cpu: 300
import java.util.Map;

public final class ExceptionWithHostileText extends RuntimeException {
    static volatile long count;

    @Override
    public String getMessage() {
        while (true) {
            count++;
        }
    }

    @Override
    public String toString() {
        Runtime.getRuntime().halt(0);
        return "";
    }

    public static String run(Map<String, Object> bait) {
        throw new ExceptionWithHostileText();
    }
}
