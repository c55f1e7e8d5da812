// tries: to find other programs in the bytes of its own memory
// honest: VALID
// never: ^found
// cpu: 3000
import java.io.FileInputStream;
import java.io.RandomAccessFile;
import java.util.Map;
import java.util.regex.Pattern;

public final class HuntMemory {
    public static String run(Map<String, Object> bait) throws Exception {
        Pattern mark = Pattern.compile("previous-" + "program-[0-9]+");
        try (var memory = new RandomAccessFile("/proc/self/mem", "r")) {
            for (String line : new String(new FileInputStream("/proc/self/maps").readAllBytes()).split("\n")) {
                String[] ends = line.split(" ")[0].split("-");
                long start = Long.parseUnsignedLong(ends[0], 16);
                long size = Long.parseUnsignedLong(ends[1], 16) - start;
                if (!line.contains("rw") || size > 1 << 26 || start < 0) {
                    continue;
                }
                try {
                    var bytes = new byte[(int) size];
                    memory.seek(start);
                    memory.readFully(bytes);
                    var match = mark.matcher(new String(bytes, "ISO-8859-1"));
                    if (match.find()) {
                        return "found " + match.group();
                    }
                } catch (java.io.IOException hole) {
                    // the next one
                }
            }
        } catch (java.io.IOException refused) {
            return "refused: " + refused.getMessage();
        }
        return "refused";
    }
}
