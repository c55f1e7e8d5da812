// tries: numbers and characters that JSON does not know
// honest: VALID
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;

public final class ResultNotFinite {
    public static Object run(Map<String, Object> bait) {
        return Arrays.asList(Double.NaN, 1 / 0.0, -1 / 0.0, -0.0, Double.MIN_VALUE, Float.NaN, BigInteger.TWO.pow(4000),
                Long.MIN_VALUE, '\ud800', "\udfff\ud800\u0000\u2028", null, (byte) -1, (short) 7);
    }
}
