// tries: subclasses of numbers and texts whose text is forged JSON
// honest: VALID, EXCEPTION
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

public final class ResultOfFalseNumbers {
    static final String FORGED = "1},{\"status\":\"VALID\",\"value\":\"forged\"";

    static final class Big extends BigInteger {
        Big() {
            super("7");
        }

        @Override
        public String toString() {
            return FORGED;
        }

        @Override
        public String toString(int radix) {
            return FORGED;
        }
    }

    static final class Real extends BigDecimal {
        Real() {
            super("7.5");
        }

        @Override
        public String toString() {
            return FORGED;
        }
    }

    static final class Odd extends Number {
        @Override
        public int intValue() {
            return 7;
        }

        @Override
        public long longValue() {
            throw new IllegalStateException("lie");
        }

        @Override
        public float floatValue() {
            return Float.NaN;
        }

        @Override
        public double doubleValue() {
            return Double.NaN;
        }

        @Override
        public String toString() {
            return FORGED;
        }
    }

    public static Object run(Map<String, Object> bait) {
        return List.of(new Big(), new Real(), new Odd(), new StringBuilder(FORGED), Map.of(new Big(), new Odd()));
    }
}
