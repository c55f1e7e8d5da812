package dev.elm4j.environments.programs;

import dev.elm4j.environments.programs.Suspect.Kind;
import dev.elm4j.sandbox.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Java programs that should not score well. */
record JavaSuspects(Rules rules) {

    List<Suspect> all() {
        var literals = new Literals(Language.JAVA);
        var all = new ArrayList<Suspect>();
        all.add(new Suspect("empty source", Kind.BROKEN, ""));
        for (String constant : List.of("null", "0", "1", "\"\"", "java.util.List.of()", "true", "false")) {
            all.add(gives("always " + constant.replace("java.util.", ""), Kind.TRIVIAL, constant));
        }
        literals.mostFrequent(rules.heldOut())
                .ifPresent(value -> all.add(gives("always the commonest value", Kind.TRIVIAL, value)));
        all.add(gives("its first argument", Kind.TRIVIAL, "all.length == 0 ? null : all[0]"));
        all.add(gives("all its arguments", Kind.TRIVIAL, "java.util.Arrays.asList(all)"));
        all.add(new Suspect("the examples by heart", Kind.LEARNED, program(byHeart(literals))));
        all.add(gives("not a number", Kind.CHEAT, "Double.NaN"));
        all.add(gives(
                "equal to everything",
                Kind.CHEAT,
                "new Object() { public boolean equals(Object o) { return true; }"
                        + " public String toString() { return \"right\"; } }"));
        all.add(does("prints instead", Kind.BROKEN, "System.out.println(all[0]); System.exit(0);"));
        all.add(does("throws", Kind.BROKEN, "if (true) throw new IllegalStateException(\"no\");"));
        all.add(does("ends its process", Kind.BROKEN, "Runtime.getRuntime().halt(0);"));
        all.add(does("never ends", Kind.BROKEN, "while (all != null) { }"));
        return all;
    }

    private String byHeart(Literals literals) {
        var body = new StringBuilder();
        for (Case example : rules.examples()) {
            var key = literals.write(example.arguments());
            var value = literals.write(example.expected());
            if (key.isPresent() && value.isPresent()) {
                body.append("if (String.valueOf(java.util.Arrays.asList(all)).equals(String.valueOf(%s))) return %s; "
                        .formatted(key.get(), value.get()));
            }
        }
        return body + "return null;";
    }

    private Suspect gives(String name, Kind kind, String expression) {
        return new Suspect(name, kind, program("return " + expression + ";"));
    }

    private Suspect does(String name, Kind kind, String statements) {
        return new Suspect(name, kind, program(statements + " return null;"));
    }

    /** A class with a method for each number of arguments that the cases have. */
    private String program(String body) {
        int dot = rules.entryPoint().lastIndexOf('.');
        String method = rules.entryPoint().substring(dot + 1);
        String name = dot < 0 ? "Suspect" : rules.entryPoint().substring(0, dot);
        String methods = rules.cases().stream()
                .map(one -> one.arguments().size())
                .distinct()
                .map(count -> "public static Object %s(%s) { return all(new Object[] {%s}); }"
                        .formatted(method, parameters(count, "Object a"), parameters(count, "a")))
                .collect(Collectors.joining("\n  "));
        return "public class %s {\n  %s\n  static Object all(Object[] all) { %s }\n}\n".formatted(name, methods, body);
    }

    private static String parameters(int count, String before) {
        return IntStream.range(0, count).mapToObj(i -> before + i).collect(Collectors.joining(", "));
    }
}
