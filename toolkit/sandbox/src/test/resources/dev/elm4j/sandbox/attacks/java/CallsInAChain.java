// tries: a chain of twelve hundred calls on a large object, which the compiler itself bears well
// honest: VALID
// expand: BODY 8000 x();
// expand: MANY 1200 .x()

public class CallsInAChain {
    CallsInAChain x() {
        return this;
    }

    static Object chain() {
        return new CallsInAChain() {
            void all() {
                BODY
            }
        }MANY;
    }

    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}
