package dev.elm4j.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** Reads a table of prices: a line a model (name, input, cached, output), and comments after {@code #}. */
final class PriceFile {

    private static final String USUAL = "prices.txt";

    private PriceFile() {}

    static TreeMap<String, Price> usual() {
        try (InputStream file = PriceFile.class.getResourceAsStream(USUAL)) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException("The table of prices in this library's jar cannot be read.", fault);
        }
    }

    static TreeMap<String, Price> read(String text) {
        var table = new TreeMap<String, Price>();
        text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(line -> add(table, line));
        return table;
    }

    private static void add(TreeMap<String, Price> table, String line) {
        String[] cells = line.split("\\s+");
        if (cells.length != 4) {
            throw new IllegalArgumentException(
                    "A line of a price table is a name and 3 prices, but was: %s".formatted(line));
        }
        double cached = Double.parseDouble(cells[2]);
        table.put(
                cells[0],
                Price.of(Double.parseDouble(cells[1]), Double.parseDouble(cells[3]))
                        .cached(cached));
    }
}
