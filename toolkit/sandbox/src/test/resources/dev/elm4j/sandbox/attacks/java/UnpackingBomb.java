// tries: a few bytes that unpack to gigabytes
// honest: MEMORY_LIMIT
// memory: 128
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

public final class UnpackingBomb {
    public static String run(Map<String, Object> bait) throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < 32; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        var kept = new ArrayList<byte[]>();
        for (int i = 0; i < 64; i++) {
            kept.add(new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray())).readAllBytes());
        }
        return "held " + kept.size();
    }
}
