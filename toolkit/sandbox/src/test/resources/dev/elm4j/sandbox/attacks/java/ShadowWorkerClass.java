// tries: to take the place of the class that runs it
// chosen: true
// honest: VALID, LOAD_ERROR, SYNTAX_ERROR, EXCEPTION, REJECTED
package dev.elm4j.sandbox.worker;

import java.util.Map;

public final class ShadowWorkerClass {
    static {
        new Runner();
    }

    public static String run(Map<String, Object> bait) {
        return Runner.answer() + Compiler.answer();
    }
}

class Runner {
    public static void main(String[] words) {
        System.out.println("shadowed");
    }

    static String answer() {
        return "shadowed ";
    }
}

class Compiler {
    static String answer() {
        return "in its own loader";
    }
}
