// tries: a short document that grows to gigabytes
// honest: VALID, EXCEPTION, TIMEOUT, MEMORY_LIMIT, LOAD_ERROR
// memory: 128
// cpu: 1500
import java.util.Map;

public final class EntitiesThatGrow {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var text = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 12; i++) {
            text.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        text.append("]><x>&a11;</x>");
        Object factory = Class.forName("javax.xml.parsers.DocumentBuilderFactory").getMethod("newInstance").invoke(null);
        Object builder = Class.forName("javax.xml.parsers.DocumentBuilderFactory").getMethod("newDocumentBuilder").invoke(factory);
        Class.forName("javax.xml.parsers.DocumentBuilder").getMethod("parse", java.io.InputStream.class)
                .invoke(builder, new java.io.ByteArrayInputStream(text.toString().getBytes()));
        return "grown";
    }
}
