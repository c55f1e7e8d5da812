// tries: one multiplication without end
// honest: TIMEOUT, MEMORY_LIMIT, EXCEPTION
// cpu: 300
import java.math.BigInteger;
import java.util.Map;

public final class BigNumberBomb {
    public static String run(Map<String, Object> bait) {
        return "" + BigInteger.valueOf(9).pow(99_999_999).bitLength();
    }
}
