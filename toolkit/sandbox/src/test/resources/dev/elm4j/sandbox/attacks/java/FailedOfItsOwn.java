// tries: to say that it was refused, after it has run
// honest: PROTOCOL
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Map;

public final class FailedOfItsOwn {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var out = new ByteArrayOutputStream();
        var data = new DataOutputStream(out);
        data.writeInt(3);
        for (String field : new String[] {"failed", "REJECTED", "the guard says no"}) {
            data.writeInt(field.length());
            data.writeBytes(field);
        }
        new FileOutputStream(FileDescriptor.in).write(out.toByteArray());
        Runtime.getRuntime().halt(0);
        return null;
    }
}
