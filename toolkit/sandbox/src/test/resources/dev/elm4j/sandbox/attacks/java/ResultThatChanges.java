// tries: to change its value while it is being written
// honest: VALID, EXCEPTION, RESULT_TOO_LARGE
// cpu: 1000
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class ResultThatChanges {
    public static Object run(Map<String, Object> bait) {
        var map = new HashMap<String, Object>();
        var list = new ArrayList<Object>(List.of(map, 1, 2, 3));
        var thread = new Thread(() -> {
            for (int i = 0; ; i++) {
                try {
                    map.put("k" + i % 97, i);
                    list.add(i);
                    list.subList(1, list.size() / 2).clear();
                } catch (RuntimeException torn) {
                    // again
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return list;
    }
}
