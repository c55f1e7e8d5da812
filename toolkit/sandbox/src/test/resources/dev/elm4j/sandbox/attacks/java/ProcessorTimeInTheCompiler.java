// tries: a loop that the compiler of the virtual machine turns into one without a way to stop it
// honest: TIMEOUT
// cpu: 300
import java.util.Map;

public final class ProcessorTimeInTheCompiler {
    public static Object run(Map<String, Object> bait) throws Throwable {
        int sum = 1;
        for (int round = 0; round >= 0; round += 0) {
            for (int i = 0; i < Integer.MAX_VALUE; i++) {
                sum = sum * 31 + i;
            }
        }
        return sum;
    }
}
