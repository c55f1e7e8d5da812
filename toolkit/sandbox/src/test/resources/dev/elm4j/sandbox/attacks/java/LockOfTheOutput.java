// tries: to hold the lock of the output for ever, and to answer
// honest: VALID, TIMEOUT
// wall: 2000
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

public final class LockOfTheOutput {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var ready = new CountDownLatch(1);
        PrintStream out = System.out;
        var thread = new Thread(() -> {
            synchronized (out) {
                ready.countDown();
                LockSupport.park();
            }
        });
        thread.setDaemon(true);
        thread.start();
        ready.await();
        return "answered";
    }
}
