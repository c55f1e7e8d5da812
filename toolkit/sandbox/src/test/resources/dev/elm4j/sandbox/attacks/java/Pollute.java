// tries: to leave other settings to the next program
// chosen: true
// honest: VALID, EXCEPTION
import java.net.URL;
import java.security.Security;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;

public final class Pollute {
    public static String run(Map<String, Object> bait) {
        Locale.setDefault(new Locale("tr", "TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        System.setProperties(new Properties());
        System.setProperty("line.separator", "forged");
        System.setProperty("java.home", "/tmp");
        Security.removeProvider("SUN");
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
        URL.setURLStreamHandlerFactory(protocol -> null);
        Integer.valueOf(7);
        return "polluted";
    }
}
