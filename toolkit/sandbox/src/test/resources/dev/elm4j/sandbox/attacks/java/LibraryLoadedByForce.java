// tries: native code of the system: every library that can be loaded, by path
// honest: VALID, CRASH
// never: attack
import java.util.Map;

public final class LibraryLoadedByForce {
    public static Object run(Map<String, Object> bait) throws Throwable {
        int loaded = 0;
        for (String folder : new String[] {"/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", System.getProperty("java.home") + "/lib"}) {
            String[] names = new java.io.File(folder).list();
            if (names == null) {
                continue;
            }
            for (String name : names) {
                if (name.matches("lib(c|m|dl|pthread|rt|util|nss_files|attach|instrument|management|prefs|jdwp)[.]so[.0-9]*")) {
                    try {
                        System.load(folder + "/" + name);
                        loaded++;
                    } catch (Throwable refused) {
                        // the next one
                    }
                }
            }
        }
        return "loaded some: " + (loaded > 0);
    }
}
