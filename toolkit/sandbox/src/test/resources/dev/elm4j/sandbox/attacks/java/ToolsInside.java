// tries: compiler, archiver, linker and shell of the library, in its own process
// honest: VALID
// never: ^wrote
// cpu: 4000
import java.util.ArrayList;
import java.util.Map;

public final class ToolsInside {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var done = new ArrayList<String>();
        String drop = bait.get("drop") + "/elm4j-attack";
        String[][] calls = {{"javac", "-d", drop, "--version"}, {"jar", "cf", drop + ".jar", "-C", "/usr/lib", "os-release"},
            {"jlink", "--add-modules", "java.base", "--output", drop}, {"javadoc", "-d", drop}, {"jmod", "create", drop}};
        for (String[] call : calls) {
            try {
                var tool = java.util.spi.ToolProvider.findFirst(call[0]);
                if (tool.isPresent()) {
                    tool.get().run(System.out, System.err, java.util.Arrays.copyOfRange(call, 1, call.length));
                }
            } catch (Throwable refused) {
                // the next one
            }
        }
        if (new java.io.File(drop).exists() || new java.io.File(drop + ".jar").exists()) {
            done.add(drop);
        }
        try {
            Object builder = Class.forName("jdk.jshell.JShell").getMethod("create").invoke(null);
            done.add("shell " + builder);
        } catch (Throwable refused) {
            // as it should be
        }
        return done.isEmpty() ? "refused" : "wrote " + done;
    }
}
