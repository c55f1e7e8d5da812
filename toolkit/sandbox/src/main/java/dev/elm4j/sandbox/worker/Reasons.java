package dev.elm4j.sandbox.worker;

/** The rule for what {@link JdkPolicy} does not allow: only words, never a decision. */
final class Reasons {

    private Reasons() {}

    static Rule of(String pack, String simple) {
        if (pack.startsWith("java/net") || pack.startsWith("javax/net") || pack.startsWith("java/rmi")) {
            return Rule.NETWORK;
        }
        if (pack.equals("java/io")
                || pack.startsWith("java/nio")
                || pack.startsWith("java/util/zip")
                || pack.startsWith("java/util/jar")) {
            return Rule.FILE;
        }
        if (pack.startsWith("java/util/concurrent")
                || simple.startsWith("Thread")
                || simple.startsWith("Timer")
                || simple.equals("InheritableThreadLocal")) {
            return Rule.THREAD;
        }
        if (simple.startsWith("Process")) {
            return Rule.PROCESS;
        }
        if (pack.startsWith("java/lang/reflect")
                || pack.startsWith("java/lang/invoke")
                || pack.startsWith("java/lang/constant")
                || simple.equals("ClassLoader")
                || simple.startsWith("Module")
                || simple.equals("StackWalker")
                || simple.equals("ServiceLoader")) {
            return Rule.REFLECTION;
        }
        if (pack.startsWith("java/lang/foreign") || pack.startsWith("sun/misc") || pack.startsWith("jdk/internal")) {
            return Rule.NATIVE;
        }
        return pack.startsWith("java/util/prefs")
                        || pack.startsWith("java/lang/management")
                        || simple.equals("ResourceBundle")
                ? Rule.SYSTEM
                : Rule.CLASS;
    }

    static Rule ofSystem(String member) {
        if (member.equals("in") || member.equals("console")) {
            return Rule.INPUT;
        }
        if (member.startsWith("load") || member.equals("mapLibraryName")) {
            return Rule.NATIVE;
        }
        return member.equals("exit") ? Rule.EXIT : Rule.SYSTEM;
    }

    static Rule ofRuntime(String member) {
        if (member.equals("exec")) {
            return Rule.PROCESS;
        }
        if (member.startsWith("load")) {
            return Rule.NATIVE;
        }
        return member.equals("exit") || member.equals("halt") ? Rule.EXIT : Rule.SYSTEM;
    }
}
