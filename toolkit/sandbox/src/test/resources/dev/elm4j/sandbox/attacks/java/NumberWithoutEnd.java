// tries: a short number that is long as a whole one
// honest: TIMEOUT, MEMORY_LIMIT, EXCEPTION
// cpu: 500
import java.math.BigDecimal;
import java.util.Map;

public final class NumberWithoutEnd {
    public static Object run(Map<String, Object> bait) throws Throwable {
        return new BigDecimal("1E+2000000000").toBigInteger();
    }
}
