// tries: two hundred answers to one question
// honest: VALID, PROTOCOL, CRASH, EXCEPTION
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.Map;

public final class ForgeTooManyAnswers {
    public static String run(Map<String, Object> bait) throws Exception {
        var data = new DataOutputStream(new FileOutputStream(FileDescriptor.in));
        for (int i = 0; i < 200; i++) {
            data.writeInt(5);
            for (String field : List.of("outcome", "VALID", "\"forged\"", "", "0")) {
                data.writeInt(field.length());
                data.writeBytes(field);
            }
        }
        return "answered 200 times";
    }
}
