package dev.elm4j.sandbox.worker;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The class that has the entry point.
 *
 * @param name of the class, or null where there is none
 * @param reason why there is none, as a sentence
 */
record MainClass(String name, String reason) {

    /**
     * Looks for {@code run}, {@code Solution.run}, {@code some.where.Solution.run} or {@code Solution.Inner.run}.
     *
     * <p>Of {@code run} alone: a public class that is in no other comes first, then one that is not public, each in the
     * order of the source.
     */
    static MainClass find(String entry, List<ClassFile> files, List<String> topLevel) {
        int dot = entry.lastIndexOf('.');
        String method = entry.substring(dot + 1);
        List<ClassFile> candidates = dot < 0 ? inOrder(files, topLevel) : named(entry.substring(0, dot), files);
        if (candidates.isEmpty()) {
            return new MainClass(null, "there is no class " + entry.substring(0, Math.max(dot, 0)) + " in the source");
        }
        for (ClassFile file : candidates) {
            if (has(file, method, files)) {
                return new MainClass(file.name().replace('/', '.'), "");
            }
        }
        return new MainClass(null, absent(method, candidates));
    }

    private static List<ClassFile> inOrder(List<ClassFile> files, List<String> topLevel) {
        List<ClassFile> ordered = new ArrayList<>();
        for (int flag : new int[] {ClassFile.PUBLIC, 0}) {
            for (String name : topLevel) {
                for (ClassFile file : files) {
                    if (file.name().equals(name.replace('.', '/')) && (file.access() & ClassFile.PUBLIC) == flag) {
                        ordered.add(file);
                    }
                }
            }
        }
        return ordered;
    }

    private static List<ClassFile> named(String name, List<ClassFile> files) {
        List<ClassFile> found = new ArrayList<>();
        for (ClassFile file : files) {
            String full = file.name().replace('/', '.').replace('$', '.');
            if (full.equals(name) || full.endsWith("." + name) && !full.contains("$" + name)) {
                found.add(file);
            }
        }
        return found;
    }

    private static boolean has(ClassFile file, String method, List<ClassFile> files) {
        for (ClassFile.Member member : file.methods()) {
            if (member.name().equals(method) && member.is(ClassFile.STATIC)) {
                return true;
            }
        }
        for (ClassFile above : files) {
            if (above.name().equals(file.superName())) {
                return has(above, method, files);
            }
        }
        return false;
    }

    private static String absent(String method, List<ClassFile> candidates) {
        Set<String> others = new LinkedHashSet<>();
        boolean instance = false;
        for (ClassFile file : candidates) {
            for (ClassFile.Member member : file.methods()) {
                instance |= member.name().equals(method);
                if (member.is(ClassFile.STATIC)
                        && !member.name().contains("$")
                        && !member.name().startsWith("<")) {
                    others.add(member.name());
                }
            }
        }
        if (instance) {
            return "the method " + method + " is not static: declare it public static";
        }
        return "there is no static method " + method + " in the class "
                + candidates.get(0).name().replace('/', '.')
                + (others.isEmpty() ? "" : "; its static methods are " + String.join(", ", others));
    }
}
