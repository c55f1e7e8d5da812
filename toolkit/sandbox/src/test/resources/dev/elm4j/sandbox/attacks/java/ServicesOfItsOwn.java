// tries: to take the place of services of the library: providers, factories of addresses, zones, files
// honest: VALID, EXCEPTION
import java.util.List;
import java.util.Map;

public final class ServicesOfItsOwn {
    public static Object run(Map<String, Object> bait) throws Throwable {
        System.setProperty("java.nio.file.spi.DefaultFileSystemProvider", "Evil");
        System.setProperty("java.system.class.loader", "Evil");
        System.setProperty("java.security.manager", "allow");
        System.setProperty("java.util.Arrays.useLegacyMergeSort", "true");
        java.net.URL.setURLStreamHandlerFactory(protocol -> {
            throw new Error("asked for " + protocol);
        });
        java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr-TR"));
        java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Pacific/Apia"));
        java.security.Security.insertProviderAt(new java.security.Provider("Evil", "1", "") {}, 1);
        Thread.currentThread().setContextClassLoader(null);
        return List.of(1.5, "I".toLowerCase(), Map.of(true, false));
    }
}
