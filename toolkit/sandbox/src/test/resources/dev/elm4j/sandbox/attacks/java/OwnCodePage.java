// tries: to rewrite code of the virtual machine through /proc/self/mem
// chosen: true
// honest: EXCEPTION
import java.io.FileInputStream;
import java.io.RandomAccessFile;
import java.util.Map;

public final class OwnCodePage {
    public static String run(Map<String, Object> bait) throws Exception {
        String line = new String(new FileInputStream("/proc/self/maps").readAllBytes()).lines()
                .filter(each -> each.contains("r-xp") && each.contains("libjvm"))
                .findFirst()
                .orElseThrow();
        try (var memory = new RandomAccessFile("/proc/self/mem", "rw")) {
            memory.seek(Long.parseLong(line.substring(0, line.indexOf('-')), 16));
            int first = memory.read();
            memory.seek(memory.getFilePointer() - 1);
            memory.write(first);
        }
        return "wrote a page of code";
    }
}
