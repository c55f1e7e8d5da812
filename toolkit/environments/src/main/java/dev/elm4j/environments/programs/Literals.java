package dev.elm4j.environments.programs;

import dev.elm4j.sandbox.Language;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes values as literals of a language, for programs that know a value by heart. */
record Literals(Language language) {

    /** The right value of most held-out cases, if it can be written down. */
    Optional<String> mostFrequent(List<Case> cases) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Case one : cases) {
            write(one.expected()).ifPresent(literal -> counts.merge(literal, 1, Integer::sum));
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** A literal, or empty for what has none. */
    Optional<String> write(Object value) {
        boolean isPython = language == Language.PYTHON;
        if (value == null) {
            return Optional.of(isPython ? "None" : "null");
        }
        if (value instanceof Boolean truth) {
            return Optional.of(isPython ? (truth ? "True" : "False") : truth.toString());
        }
        if (value instanceof Integer || value instanceof Long) {
            return Optional.of(value + (isPython ? "" : "L"));
        }
        if (value instanceof BigInteger whole) {
            return Optional.of(isPython ? whole.toString() : "new java.math.BigInteger(\"" + whole + "\")");
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return Optional.of(number.toString());
        }
        if (value instanceof String text) {
            return Optional.of(quoted(text));
        }
        return value instanceof List<?> list ? list(list, isPython) : Optional.empty();
    }

    private Optional<String> list(List<?> list, boolean isPython) {
        List<Optional<String>> parts = list.stream().map(this::write).toList();
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        String all = parts.stream().map(Optional::get).collect(Collectors.joining(", "));
        return Optional.of(isPython ? "[" + all + "]" : "java.util.Arrays.<Object>asList(" + all + ")");
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            boolean isPlain = letter >= ' ' && letter < 127 && letter != '"' && letter != '\\';
            // octal where Java would take a Unicode escape for the character itself, and end the literal by it
            quoted.append(isPlain ? "" + letter : (letter < 127 ? "\\%03o" : "\\u%04x").formatted((int) letter));
        }
        return quoted.append('"').toString();
    }
}
