// tries: to open a server of the management, and to change flags of the virtual machine
// honest: VALID
// never: ^opened
import java.util.ArrayList;
import java.util.Map;

public final class ManagementServer {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var done = new ArrayList<String>();
        try {
            Class<?> factory = Class.forName("java.lang.management.ManagementFactory");
            Class<?> bean = Class.forName("com.sun.management.HotSpotDiagnosticMXBean");
            Object hotspot = factory.getMethod("getPlatformMXBean", Class.class).invoke(null, bean);
            for (String[] flag : new String[][] {{"HeapDumpOnOutOfMemoryError", "true"}, {"HeapDumpPath", bait.get("drop") + "/elm4j-attack"},
                    {"MinHeapFreeRatio", "1"}}) {
                bean.getMethod("setVMOption", String.class, String.class).invoke(hotspot, flag[0], flag[1]);
            }
        } catch (Throwable absent) {
            // not in this image
        }
        try {
            Class<?> registry = Class.forName("java.rmi.registry.LocateRegistry");
            registry.getMethod("createRegistry", int.class).invoke(null, 0);
            done.add("registry");
        } catch (Throwable refused) {
            // as it should be
        }
        try {
            var url = Class.forName("javax.management.remote.JMXServiceURL").getConstructor(String.class)
                    .newInstance("service:jmx:rmi://");
            Class<?> factory = Class.forName("javax.management.remote.JMXConnectorServerFactory");
            Object server = factory.getMethod("newJMXConnectorServer", url.getClass(), Map.class,
                    Class.forName("javax.management.MBeanServer")).invoke(null, url, null,
                    Class.forName("java.lang.management.ManagementFactory").getMethod("getPlatformMBeanServer").invoke(null));
            Class.forName("javax.management.remote.JMXConnectorServer").getMethod("start").invoke(server);
            done.add("connector");
        } catch (Throwable refused) {
            // as it should be
        }
        return done.isEmpty() ? "refused" : "opened " + done;
    }
}
