package dev.elm4j.sandbox.worker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what compiled classes name of the JDK, and says in sentences what is not on the list of {@link JdkPolicy}.
 *
 * <p>Compiled classes hold the full names of all they touch, so that imports, aliases and unusual spellings hide
 * nothing. It is a filter and a teacher: what it lets pass is still held by the sandbox.
 */
final class JavaGuard {

    private final Map<String, ClassFile> own = new HashMap<>();
    private final SourceNames names;
    private final Map<Rule, TreeMap<Integer, Set<String>>> found = new EnumMap<>(Rule.class);

    private JavaGuard(List<ClassFile> files, SourceNames names) {
        this.names = names;
        for (ClassFile file : files) {
            own.put(file.name(), file);
        }
    }

    /** Lines {@code line<tab>rule<tab>sentence}, or nothing; each sentence once, at the first line that it fits. */
    static String check(List<ClassFile> files, SourceNames names) {
        JavaGuard guard = new JavaGuard(files, names);
        for (ClassFile file : files) {
            guard.check(file);
        }
        return guard.text();
    }

    private void check(ClassFile file) {
        for (ClassFile.Member member : file.members()) {
            String owner = above(element(member.owner()));
            if (!owner.isEmpty()) {
                find(JdkPolicy.member(owner, member.name(), member.descriptor()), owner, member.name());
            }
        }
        for (String type : file.types()) {
            if (!own.containsKey(type)) {
                find(JdkPolicy.type(type), type, "");
            }
        }
        for (ClassFile.Member method : file.methods()) {
            declared(method);
        }
    }

    private void declared(ClassFile.Member method) {
        if (method.is(ClassFile.NATIVE)) {
            find(Rule.NATIVE, "", method.name());
        }
        if (method.name().equals("finalize") && method.descriptor().equals("()V")) {
            find(Rule.THREAD, "", method.name());
        }
    }

    /** A class of the JDK itself, or the first one above a class of the program's own; empty for an array's. */
    private String above(String owner) {
        String name = owner;
        for (int steps = 0; own.containsKey(name) && steps <= own.size(); steps++) {
            name = own.get(name).superName();
        }
        return name;
    }

    private static String element(String owner) {
        return owner.startsWith("[") ? "java/lang/Object" : owner;
    }

    private void find(Rule rule, String type, String member) {
        if (rule == null) {
            return;
        }
        String simple = type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1);
        String shown = type.replace('/', '.').replace('$', '.');
        if (!member.isEmpty() && !member.equals("<init>")) {
            shown = shown.isEmpty() ? member : shown + "." + member;
        }
        int line = names.line(simple, member);
        found.computeIfAbsent(rule, key -> new TreeMap<>())
                .computeIfAbsent(line, key -> new LinkedHashSet<>())
                .add(line + "\t" + rule.shortName() + "\t" + shown + " " + rule.sentence() + "\n");
    }

    /** Findings in the order of their lines; types that no line names are left out where another finding has a line. */
    private String text() {
        List<String> all = new ArrayList<>(names.findings());
        boolean placed = found.values().stream().anyMatch(lines -> lines.lastKey() > 0);
        for (TreeMap<Integer, Set<String>> lines : found.values()) {
            if (placed) {
                lines.remove(0);
            }
            lines.values().forEach(all::addAll);
        }
        all.sort(Comparator.comparingInt(finding -> Integer.parseInt(finding.substring(0, finding.indexOf('\t')))));
        return String.join("", all);
    }
}
