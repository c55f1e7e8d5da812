package dev.elm4j.judge;

import java.util.ArrayList;
import java.util.List;

/** The rows of comma-separated values with quotes, as RFC 4180 describes them; blank lines are passed over. */
final class CsvRows {

    private final String table;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    private CsvRows(String table) {
        this.table = table;
    }

    static List<List<String>> of(String table) {
        var reader = new CsvRows(table);
        while (reader.at < table.length()) {
            reader.field();
        }
        reader.endRow();
        return reader.rows;
    }

    private void field() {
        row.add(peek('"') ? quoted() : plain());
        if (peek(',')) {
            at++;
            if (at == table.length()) {
                row.add(""); // the table ends in a comma: an empty last field
            }
            return;
        }
        at += peek('\r') ? 1 : 0;
        at += peek('\n') ? 1 : 0;
        endRow();
    }

    private String plain() {
        int start = at;
        while (at < table.length() && ",\r\n".indexOf(table.charAt(at)) < 0) {
            at++;
        }
        return table.substring(start, at);
    }

    private String quoted() {
        var text = new StringBuilder();
        for (at++; at < table.length(); at++) {
            if (table.charAt(at) != '"') {
                text.append(table.charAt(at));
            } else if (at + 1 < table.length() && table.charAt(at + 1) == '"') {
                text.append('"');
                at++;
            } else {
                at++;
                return text + plain();
            }
        }
        throw new IllegalArgumentException("The quoted field \"%s has no closing quote.".formatted(text));
    }

    private boolean peek(char mark) {
        return at < table.length() && table.charAt(at) == mark;
    }

    private void endRow() {
        if (!row.isEmpty() && !row.equals(List.of(""))) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }
}
