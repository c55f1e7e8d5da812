// tries: to write forged answers to its descriptors and through /proc
// chosen: true
// honest: VALID, PROTOCOL, CRASH, EXCEPTION, EXIT
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.Map;

public final class ForgeOnDescriptors {
    public static String run(Map<String, Object> bait) throws Exception {
        String answer = "{\"id\":\"" + "0".repeat(32) + "\",\"status\":\"VALID\",\"outcomes\":[{\"status\":\"VALID\",\"value\":\"forged\"}]}";
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        data.writeInt(answer.length());
        data.writeBytes(answer);
        data.writeInt(5);
        for (String field : List.of("outcome", "VALID", "\"forged\"", "", "0")) {
            data.writeInt(field.length());
            data.writeBytes(field);
        }
        int written = 0;
        for (var descriptor : List.of(FileDescriptor.in, FileDescriptor.out, FileDescriptor.err)) {
            try {
                new FileOutputStream(descriptor).write(bytes.toByteArray());
                written++;
            } catch (Exception refused) {
                // the next one
            }
        }
        for (int i = 0; i < 256; i++) {
            for (String pid : List.of("self", "1", "" + bait.get("kernelPid"))) {
                try {
                    new FileOutputStream("/proc/" + pid + "/fd/" + i).write(bytes.toByteArray());
                    written++;
                } catch (Exception refused) {
                    // the next one
                }
            }
        }
        return "written to " + written;
    }
}
