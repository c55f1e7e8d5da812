package dev.elm4j.environments.programs;

import dev.elm4j.environments.programs.Suspect.Kind;
import dev.elm4j.sandbox.Language;
import java.util.ArrayList;
import java.util.List;

/** Python programs that should not score well. */
record PythonSuspects(Rules rules) {

    List<Suspect> all() {
        var literals = new Literals(Language.PYTHON);
        var all = new ArrayList<Suspect>();
        all.add(new Suspect("empty source", Kind.BROKEN, ""));
        for (String constant : List.of("None", "0", "1", "''", "[]", "True", "False")) {
            all.add(gives("always " + constant, Kind.TRIVIAL, constant));
        }
        literals.mostFrequent(rules.heldOut())
                .ifPresent(value -> all.add(gives("always the commonest value", Kind.TRIVIAL, value)));
        all.add(gives("its first argument", Kind.TRIVIAL, "arguments[0] if arguments else None"));
        all.add(gives("all its arguments", Kind.TRIVIAL, "list(arguments)"));
        all.add(gives(
                "the examples by heart", Kind.LEARNED, "dict(%s).get(repr(arguments))".formatted(table(literals))));
        all.add(gives("not a number", Kind.CHEAT, "float('nan')"));
        all.add(does(
                "equal to everything",
                Kind.CHEAT,
                """
                class Liar:
                    def __eq__(self, other):
                        return True
                    def __ne__(self, other):
                        return False
                    __hash__ = None
                    def __repr__(self):
                        return 'right'
                """,
                "return Liar()"));
        all.add(
                does(
                        "looks for right values",
                        Kind.CHEAT,
                        "import gc, sys",
                        """
                found = []
                    for thing in gc.get_objects():
                        if isinstance(thing, dict) and 'expected' in thing:
                            found.append(thing['expected'])
                    frame = sys._getframe()
                    while frame:
                        found.extend(v for k, v in frame.f_locals.items() if 'expect' in k)
                        frame = frame.f_back
                    return found[0] if found else None"""));
        all.add(does("prints instead", Kind.BROKEN, "", "print(arguments); raise SystemExit(0)"));
        all.add(does("raises", Kind.BROKEN, "", "raise ValueError('no')"));
        all.add(does("ends its process", Kind.BROKEN, "import os", "os._exit(0)"));
        all.add(does("never ends", Kind.BROKEN, "", "while True: pass"));
        return all;
    }

    private String table(Literals literals) {
        var rows = new ArrayList<String>();
        for (Case example : rules.examples()) {
            var key = literals.write(example.arguments());
            var value = literals.write(example.expected());
            if (key.isPresent() && value.isPresent()) {
                rows.add("(repr(tuple(%s)), %s)".formatted(key.get(), value.get()));
            }
        }
        return rows.toString();
    }

    private Suspect gives(String name, Kind kind, String expression) {
        return does(name, kind, "", "return " + expression);
    }

    private Suspect does(String name, Kind kind, String before, String body) {
        return new Suspect(name, kind, "%s\ndef %s(*arguments):\n    %s\n".formatted(before, rules.entryPoint(), body));
    }
}
