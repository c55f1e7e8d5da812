// tries: a value that throws as if a method were missing, and says nothing of it
// honest: EXCEPTION
import java.util.Map;

public final class ResultThatIsNotFoundAndSilent {
    public static Object run(Map<String, Object> bait) throws Throwable {
        return new Object() {
            @Override
            public String toString() {
                ResultThatIsNotFoundAndSilent.<RuntimeException>sneak(new NoSuchMethodException());
                return "";
            }
        };
    }

    @SuppressWarnings("unchecked")
    static <T extends Throwable> void sneak(Throwable any) throws T {
        throw (T) any;
    }
}
