// tries: to define classes of broken bytes, of the library's names, and in the loader of its caller
// honest: VALID
// never: ^defined java
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Map;

public final class BytesInsteadOfClasses {
    public static Object run(Map<String, Object> bait) throws Throwable {
        var done = new ArrayList<String>();
        Method define = ClassLoader.class.getDeclaredMethod("defineClass", String.class, byte[].class, int.class, int.class);
        byte[] bytes = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61, 0, 5, 7, 0, 2, 1, 0, 14, 'j', 'a', 'v', 'a', '/', 'l', 'a', 'n',
            'g', '/', 'E', 'v', 'i', 'l', 7, 0, 4, 1, 0, 16, 'j', 'a', 'v', 'a', '/', 'l', 'a', 'n', 'g', '/', 'O', 'b', 'j', 'e', 'c', 't',
            0, 33, 0, 1, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0};
        for (ClassLoader loader : new ClassLoader[] {getClass(0), ClassLoader.getSystemClassLoader(), ClassLoader.getPlatformClassLoader()}) {
            try {
                define.setAccessible(true);
                done.add("" + define.invoke(loader, null, bytes, 0, bytes.length));
            } catch (Throwable refused) {
                // the next one
            }
        }
        try {
            done.add("" + MethodHandles.lookup().defineClass(bytes));
        } catch (Throwable refused) {
            // as it should be
        }
        try {
            done.add("" + MethodHandles.lookup().defineHiddenClass(new byte[1000], true));
        } catch (Throwable refused) {
            // as it should be
        }
        return done.isEmpty() ? "refused" : "defined " + done;
    }

    static ClassLoader getClass(int none) {
        return BytesInsteadOfClasses.class.getClassLoader();
    }
}
