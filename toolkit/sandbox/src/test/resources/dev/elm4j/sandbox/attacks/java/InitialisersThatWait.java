// tries: two classes that wait for each other for ever, using no time
// honest: TIMEOUT
// wall: 1500
import java.util.Map;
import java.util.concurrent.CountDownLatch;

public final class InitialisersThatWait {
    static final CountDownLatch BOTH = new CountDownLatch(2);

    static final class Left {
        static {
            meet();
            Right.touch();
        }

        static void touch() {}
    }

    static final class Right {
        static {
            meet();
            Left.touch();
        }

        static void touch() {}
    }

    static void meet() {
        BOTH.countDown();
        try {
            BOTH.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    public static String run(Map<String, Object> bait) throws Exception {
        var other = new Thread(Right::touch);
        other.start();
        Left.touch();
        other.join();
        return "never";
    }
}
