// tries: a large object that three thousand calls begin with, to be read again for each
// honest: VALID, COMPILE_LIMIT
// expand: BODY 5000 x();
// expand: MANY 5000 .x()

public class BombOfReceivers {
    BombOfReceivers x() {
        return this;
    }

    static Object chain() {
        return new BombOfReceivers() {
            void all() {
                BODY
            }
        }MANY;
    }

    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}
