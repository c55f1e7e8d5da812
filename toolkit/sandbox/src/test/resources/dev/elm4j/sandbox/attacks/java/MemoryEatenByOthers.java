// tries: to run out of memory, while threads of its own take whatever is given back
// honest: MEMORY_LIMIT, TIMEOUT, CRASH
// memory: 128
// cpu: 1500
// wall: 8000
import java.util.ArrayList;
import java.util.Map;

public final class MemoryEatenByOthers {
    public static Object run(Map<String, Object> bait) throws Throwable {
        for (int i = 0; i < 4; i++) {
            var thread = new Thread(() -> {
                Object[] kept = null;
                for (int size = 1 << 20; ; ) {
                    try {
                        kept = new Object[] {kept, new byte[size]};
                    } catch (OutOfMemoryError full) {
                        size = Math.max(16, size / 2);
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        var all = new ArrayList<byte[]>();
        while (true) {
            all.add(new byte[1 << 16]);
        }
    }
}
