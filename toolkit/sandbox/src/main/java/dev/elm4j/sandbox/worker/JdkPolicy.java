package dev.elm4j.sandbox.worker;

import java.util.Set;

/**
 * Which classes and members of the JDK a program may name: a list of what is allowed; all else is not, and has the rule
 * that says why. Names have slashes.
 */
final class JdkPolicy {

    /** Packages of which every class is allowed but those below. */
    private static final Set<String> PACKAGES = Set.of(
            "java/util",
            "java/util/function",
            "java/util/stream",
            "java/util/regex",
            "java/util/random",
            "java/util/concurrent/atomic",
            "java/math",
            "java/text",
            "java/time",
            "java/time/chrono",
            "java/time/format",
            "java/time/temporal",
            "java/time/zone",
            "java/lang/annotation",
            "java/nio/charset");

    private static final Set<String> NOT_THESE = Set.of(
            "java/util/Timer",
            "java/util/TimerTask",
            "java/util/ServiceLoader",
            "java/util/ResourceBundle",
            "java/util/PropertyResourceBundle",
            "java/util/ListResourceBundle",
            "java/util/PropertyPermission");

    /** Of java.lang; every exception and error of it is allowed too. */
    private static final Set<String> LANG = Set.of(
            "Object",
            "String",
            "StringBuilder",
            "StringBuffer",
            "CharSequence",
            "Character",
            "Number",
            "Byte",
            "Short",
            "Integer",
            "Long",
            "Float",
            "Double",
            "Boolean",
            "Void",
            "Math",
            "StrictMath",
            "Iterable",
            "Comparable",
            "Cloneable",
            "AutoCloseable",
            "Runnable",
            "Record",
            "Enum",
            "Throwable",
            "Appendable",
            "Readable",
            "StackTraceElement",
            "ThreadLocal",
            "Override",
            "Deprecated",
            "FunctionalInterface",
            "SafeVarargs",
            "SuppressWarnings",
            "Class",
            "System",
            "Runtime",
            "IO");

    /** Single classes of other packages. */
    private static final Set<String> CLASSES = Set.of(
            "java/lang/constant/Constable",
            "java/lang/constant/ConstantDesc",
            "java/io/Serializable",
            "java/io/Closeable",
            "java/io/Flushable",
            "java/io/PrintStream",
            "java/io/PrintWriter",
            "java/io/StringReader",
            "java/io/StringWriter",
            "java/io/BufferedReader",
            "java/io/BufferedWriter",
            "java/io/Reader",
            "java/io/Writer",
            "java/io/ByteArrayInputStream",
            "java/io/ByteArrayOutputStream",
            "java/io/InputStream",
            "java/io/OutputStream",
            "java/io/DataInputStream",
            "java/io/DataOutputStream",
            "java/io/FilterOutputStream",
            "java/io/InputStreamReader",
            "java/io/OutputStreamWriter",
            "java/io/IOException",
            "java/io/UncheckedIOException",
            "java/io/EOFException",
            "java/io/StreamTokenizer",
            "java/util/concurrent/ThreadLocalRandom",
            "java/util/concurrent/ConcurrentHashMap",
            "java/util/concurrent/ConcurrentMap",
            "java/util/concurrent/ConcurrentLinkedQueue",
            "java/util/concurrent/ConcurrentLinkedDeque",
            "java/util/concurrent/ConcurrentSkipListMap",
            "java/util/concurrent/ConcurrentSkipListSet",
            "java/util/concurrent/CopyOnWriteArrayList",
            "java/util/concurrent/CopyOnWriteArraySet",
            "java/util/concurrent/TimeUnit",
            "java/util/concurrent/Callable",
            "java/util/zip/CRC32",
            "java/util/zip/Adler32",
            "java/util/zip/Checksum",
            "java/security/MessageDigest",
            "java/security/NoSuchAlgorithmException",
            "java/security/GeneralSecurityException",
            "java/lang/reflect/Array",
            "java/nio/ByteBuffer",
            "java/nio/CharBuffer",
            "java/nio/IntBuffer",
            "java/nio/LongBuffer",
            "java/nio/FloatBuffer",
            "java/nio/DoubleBuffer",
            "java/nio/ShortBuffer",
            "java/nio/Buffer",
            "java/nio/ByteOrder",
            "java/nio/BufferOverflowException",
            "java/nio/BufferUnderflowException");

    /** Lambdas, concatenation, records and patterns compile to these, with a caller that the machine supplies. */
    private static final Set<String> BOOTSTRAPS = Set.of(
            "java/lang/invoke/LambdaMetafactory",
            "java/lang/invoke/StringConcatFactory",
            "java/lang/runtime/ObjectMethods",
            "java/lang/runtime/SwitchBootstraps",
            "java/lang/invoke/ConstantBootstraps",
            "java/lang/invoke/TypeDescriptor",
            "java/lang/invoke/MethodHandles",
            "java/lang/invoke/MethodHandles$Lookup",
            "java/lang/invoke/MethodHandle",
            "java/lang/invoke/MethodType",
            "java/lang/invoke/CallSite");

    private static final Set<String> BOOTSTRAP_METHODS = Set.of(
            "metafactory",
            "altMetafactory",
            "makeConcatWithConstants",
            "makeConcat",
            "bootstrap",
            "typeSwitch",
            "enumSwitch");

    private static final Set<String> OF_SYSTEM = Set.of(
            "out", "err", "arraycopy", "currentTimeMillis", "nanoTime", "identityHashCode", "lineSeparator", "gc");

    private static final Set<String> OF_RUNTIME =
            Set.of("getRuntime", "availableProcessors", "totalMemory", "freeMemory", "maxMemory", "gc");

    private static final Set<String> OF_CLASS = Set.of(
            "getName",
            "getSimpleName",
            "getTypeName",
            "isInstance",
            "cast",
            "equals",
            "hashCode",
            "toString",
            "desiredAssertionStatus",
            "getEnumConstants",
            "isArray",
            "isEnum",
            "isInterface",
            "isRecord",
            "isAssignableFrom",
            "getComponentType",
            "getSuperclass");

    /** Of no class. */
    private static final Set<String> THREADED = Set.of(
            "wait",
            "notify",
            "notifyAll",
            "finalize",
            "parallel",
            "parallelStream",
            "parallelSort",
            "parallelPrefix",
            "parallelSetAll");

    private JdkPolicy() {}

    /** Why the class may not be named, or null where it may. */
    static Rule type(String name) {
        String outer = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
        String pack = outer.substring(0, Math.max(outer.lastIndexOf('/'), 0));
        String simple = outer.substring(outer.lastIndexOf('/') + 1);
        boolean allowed = pack.equals("java/lang")
                ? LANG.contains(simple) || simple.endsWith("Exception") || simple.endsWith("Error")
                : PACKAGES.contains(pack) && !NOT_THESE.contains(outer)
                        || CLASSES.contains(outer)
                        || BOOTSTRAPS.contains(name);
        return allowed ? null : Reasons.of(pack, simple);
    }

    /** Why the member may not be used, or null where it may. */
    static Rule member(String owner, String name, String descriptor) {
        if (name.equals("<init>") && descriptor.startsWith("(Ljava/lang/String;") && opensFiles(owner)) {
            return Rule.FILE;
        }
        switch (owner) {
            case "java/lang/System":
                return OF_SYSTEM.contains(name) ? null : Reasons.ofSystem(name);
            case "java/lang/Runtime":
                return OF_RUNTIME.contains(name) ? null : Reasons.ofRuntime(name);
            case "java/lang/Class":
                return OF_CLASS.contains(name) ? null : Rule.REFLECTION;
            case "java/lang/IO":
                return name.equals("readln") ? Rule.INPUT : null;
            default:
                return other(owner, name);
        }
    }

    private static Rule other(String owner, String name) {
        if (BOOTSTRAPS.contains(owner)) {
            return BOOTSTRAP_METHODS.contains(name) ? null : Rule.REFLECTION;
        }
        if (name.equals("setDefault") && owner.startsWith("java/util/")) {
            return Rule.SYSTEM;
        }
        boolean threads = owner.startsWith("java/util/") || owner.equals("java/lang/Object");
        return threads && THREADED.contains(name) ? Rule.THREAD : null;
    }

    private static boolean opensFiles(String owner) {
        return owner.equals("java/util/Formatter")
                || owner.equals("java/io/PrintStream")
                || owner.equals("java/io/PrintWriter");
    }
}
