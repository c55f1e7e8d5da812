// tries: to be called when the thread of its caller dies, and to keep the process then
// honest: EXIT, EXCEPTION, TIMEOUT, VALID
// wall: 3000
import java.util.Map;

public final class HandlerOfTheUncaught {
    public static Object run(Map<String, Object> bait) throws Throwable {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            System.err.println("handled");
            while (true) {
                java.util.concurrent.locks.LockSupport.park();
            }
        });
        Thread.currentThread().setUncaughtExceptionHandler(Thread.getDefaultUncaughtExceptionHandler());
        throw new Error("uncaught");
    }
}
