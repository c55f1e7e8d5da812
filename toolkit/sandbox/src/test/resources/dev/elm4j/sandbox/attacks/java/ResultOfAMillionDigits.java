// tries: an integer of ten million bits
// honest: RESULT_TOO_LARGE, TIMEOUT
// cpu: 500
import java.math.BigInteger;
import java.util.Map;

public final class ResultOfAMillionDigits {
    public static Object run(Map<String, Object> bait) {
        return BigInteger.ONE.shiftLeft(10_000_000).subtract(BigInteger.ONE);
    }
}
