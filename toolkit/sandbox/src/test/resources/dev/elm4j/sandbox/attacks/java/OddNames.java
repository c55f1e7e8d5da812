// tries: class names with dollars, of devices, that differ in case only, in other alphabets
// honest: VALID
import java.util.Map;

public final class OddNames {
    public static String run(Map<String, Object> bait) {
        return "" + new Con() + new con() + new OddNames$1() + new $$() + new Ωmega() + new Object() {
            @Override
            public String toString() {
                return "anonymous";
            }
        };
    }

    static final class Inner {}
}

class Con {}

class con {}

class OddNames$1 {}

class $$ {}

class Ωmega {}
