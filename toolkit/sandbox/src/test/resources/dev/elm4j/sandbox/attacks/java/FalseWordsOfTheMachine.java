// tries: to say what the virtual machine says when it finds no memory, and to end
// honest: EXIT
import java.util.Map;

public final class FalseWordsOfTheMachine {
    public static Object run(Map<String, Object> bait) throws Throwable {
        System.err.println("There is insufficient memory for the Java Runtime Environment to continue.");
        System.err.flush();
        Runtime.getRuntime().halt(1);
        return null;
    }
}
