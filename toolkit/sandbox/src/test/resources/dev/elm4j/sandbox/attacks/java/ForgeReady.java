// tries: to begin anew: the frames of another phase, of the compiler, and with negative lengths
// honest: VALID, PROTOCOL, CRASH, EXCEPTION, RESULT_TOO_LARGE, TIMEOUT
// wall: 2000
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.Map;

public final class ForgeReady {
    public static String run(Map<String, Object> bait) throws Exception {
        var data = new DataOutputStream(new FileOutputStream(FileDescriptor.in));
        for (var fields : List.of(List.of("ready"), List.of("compiled", "1", "X", "", "X", "bytes"), List.of("gaveup", "1", "x"))) {
            data.writeInt(fields.size());
            for (String field : fields) {
                data.writeInt(field.length());
                data.writeBytes(field);
            }
        }
        data.writeInt(-1);
        data.writeInt(-1);
        return "began anew";
    }
}
