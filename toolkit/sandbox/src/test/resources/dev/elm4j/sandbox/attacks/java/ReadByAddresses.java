// tries: to read files by addresses: file, jar, of the module system, by entities of a document
// honest: VALID, SYNTAX_ERROR
// never: ^read
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Map;

public final class ReadByAddresses {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var done = new ArrayList<String>();
        Object canary = bait.get("canary");
        for (String address : new String[] {"file:" + canary, "file://localhost" + canary, "jar:file:" + canary + "!/x", "ftp://127.0.0.1/x",
                "http://127.0.0.1:" + bait.get("port") + "/", "jrt:/java.base/../../../.." + canary}) {
            try (InputStream in = new URL(address).openStream()) {
                done.add(address + " " + in.readAllBytes().length);
            } catch (Throwable refused) {
                // the next one
            }
        }
        try {
            Object factory = Class.forName("javax.xml.parsers.DocumentBuilderFactory").getMethod("newInstance").invoke(null);
            Object builder = Class.forName("javax.xml.parsers.DocumentBuilderFactory").getMethod("newDocumentBuilder").invoke(factory);
            String text = "<!DOCTYPE x [<!ENTITY c SYSTEM \"file:" + canary + "\">]><x>&c;</x>";
            Object document = Class.forName("javax.xml.parsers.DocumentBuilder").getMethod("parse", InputStream.class)
                    .invoke(builder, new ByteArrayInputStream(text.getBytes()));
            done.add("entity " + document);
        } catch (Throwable refused) {
            // as it should be
        }
        return done.isEmpty() ? "refused" : "read " + done;
    }
}
