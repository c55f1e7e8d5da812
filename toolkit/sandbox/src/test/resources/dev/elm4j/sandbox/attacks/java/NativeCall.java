// tries: to call socket() by the foreign functions of newer Java
// chosen: true
// honest: EXCEPTION, VALID
// never: ^called
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;

public final class NativeCall {
    public static String run(Map<String, Object> bait) throws Throwable {
        Class<?> linkerType = Class.forName("java.lang.foreign.Linker");
        Class<?> layoutType = Class.forName("java.lang.foreign.MemoryLayout");
        Class<?> descriptorType = Class.forName("java.lang.foreign.FunctionDescriptor");
        Class<?> optionType = Class.forName("java.lang.foreign.Linker$Option");
        Class<?> segmentType = Class.forName("java.lang.foreign.MemorySegment");
        Object linker = linkerType.getMethod("nativeLinker").invoke(null);
        Object integer = Class.forName("java.lang.foreign.ValueLayout").getField("JAVA_INT").get(null);
        Object layouts = java.lang.reflect.Array.newInstance(layoutType, 3);
        for (int i = 0; i < 3; i++) {
            java.lang.reflect.Array.set(layouts, i, integer);
        }
        Object descriptor = descriptorType.getMethod("of", layoutType, layouts.getClass()).invoke(null, integer, layouts);
        Object lookup = linkerType.getMethod("defaultLookup").invoke(linker);
        Method find = Class.forName("java.lang.foreign.SymbolLookup").getMethod("find", String.class);
        Object symbol = ((Optional<?>) find.invoke(lookup, "socket")).orElseThrow();
        Object none = java.lang.reflect.Array.newInstance(optionType, 0);
        Object handle = linkerType.getMethod("downcallHandle", segmentType, descriptorType, none.getClass())
                .invoke(linker, symbol, descriptor, none);
        int answer = (int) ((MethodHandle) handle).invokeWithArguments(1, 1, 0);
        return answer >= 0 ? "called socket: " + answer : "refused";
    }
}
