// tries: ten megabytes of bytes, and arrays of everything
// honest: RESULT_TOO_LARGE
import java.util.Map;

public final class ResultOfBytes {
    public static Object run(Map<String, Object> bait) {
        return new Object[] {new int[] {1}, new double[0][0], new char[] {'a'}, new boolean[3], new byte[10 << 20]};
    }
}
