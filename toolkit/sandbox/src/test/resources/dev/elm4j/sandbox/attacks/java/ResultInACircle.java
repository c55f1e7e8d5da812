// tries: to answer with lists, arrays and maps that hold themselves
// honest: RESULT_TOO_LARGE, EXCEPTION, STACK_OVERFLOW
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

public final class ResultInACircle {
    public static Object run(Map<String, Object> bait) {
        var list = new ArrayList<Object>();
        Object[] array = {list};
        var map = new HashMap<String, Object>();
        map.put("array", array);
        list.add(map);
        return list;
    }
}
