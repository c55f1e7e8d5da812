// tries: to answer, and to leave timers, pools and tasks behind that never end
// honest: VALID
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public final class ThreadsOfManyKinds {
    public static Object run(Map<String, Object> bait) throws Throwable {
        new Timer().schedule(new TimerTask() {
            @Override
            public void run() {
                System.out.println("tick");
            }
        }, 1, 1);
        Executors.newScheduledThreadPool(3).scheduleAtFixedRate(() -> System.err.println("tock"), 1, 1, TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> {
            while (true) {
                Thread.onSpinWait();
            }
        });
        Thread.sleep(20);
        return "answered";
    }
}
