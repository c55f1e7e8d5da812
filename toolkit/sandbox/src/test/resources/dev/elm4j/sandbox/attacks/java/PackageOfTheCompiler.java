// tries: classes with the names of those of the compiler, of the platform and of extensions
// honest: VALID, SYNTAX_ERROR, LOAD_ERROR, EXCEPTION

package com.sun.tools.javac.api;

public final class PackageOfTheCompiler {
    public static String run(java.util.Map<String, Object> bait) {
        return "compiled";
    }
}

class JavacTool {
    static {
        System.out.println("shadowed");
    }
}
