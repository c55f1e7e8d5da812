package dev.elm4j.model;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Pricing;
import dev.elm4j.environment.Tokens;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of prices by the names of models.
 *
 * <pre>{@code
 * var prices = Prices.usual().with("my-model", Price.of(0.10, 0.40));
 * prices.of("gpt-4o-mini-2024-07-18");   // that of gpt-4o-mini: 0.15 in, 0.075 cached, 0.60 out
 * search.prices(prices).budget(Budget.unlimited().usd(1));
 * }</pre>
 *
 * <p>A model that is {@link Priced} costs what it says itself; one by Ollama is free. Any other costs what the table says of
 * its name, also where a date or {@code -latest} follows the name. Other endings are other models ({@code o1-pro} is ten
 * times as dear as {@code o1}), so their price is not known until you add it.
 *
 * <p>Immutable. Prices change: check {@link #usual} against your provider's page before you rely on it.
 */
public final class Prices implements Pricing {

    private static final Pattern DATED = Pattern.compile("(.+)[-@](?:\\d{4}-\\d{2}-\\d{2}|\\d{8}|\\d{4}|latest)");

    private final Map<String, Price> table;

    /** Read when it is first asked for; every search of a notebook asks. */
    private static final class Usual {

        static final Prices PRICES = new Prices(PriceFile.usual());
    }

    private Prices(TreeMap<String, Price> table) {
        this.table = Collections.unmodifiableMap(table);
    }

    /** An empty table. */
    public static Prices none() {
        return new Prices(new TreeMap<>());
    }

    /** The table that comes with this library; its file says of what day and from where. */
    public static Prices usual() {
        return Usual.PRICES;
    }

    /**
     * A copy with one more price, or another one.
     *
     * @param name of the model, as it is called at its provider
     */
    public Prices with(String name, Price price) {
        var more = new TreeMap<>(table);
        more.put(requireNonNull(name, "name"), requireNonNull(price, "price"));
        return new Prices(more);
    }

    /** The price of the model of this name, or of the same name without its date; empty if it is not known. */
    public Optional<Price> of(String name) {
        Price exact = table.get(requireNonNull(name, "name"));
        if (exact != null) {
            return Optional.of(exact);
        }
        Matcher dated = DATED.matcher(name);
        return dated.matches() ? Optional.ofNullable(table.get(dated.group(1))) : Optional.empty();
    }

    @Override
    public OptionalLong nanoUsd(Object model, Tokens tokens) {
        Optional<Price> price = price(model);
        return price.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(price.get().nanoUsd(tokens));
    }

    private Optional<Price> price(Object model) {
        if (model instanceof Priced priced && priced.price().isPresent()) {
            return priced.price();
        }
        if (model instanceof ChatModel chat && chat.provider() == ModelProvider.OLLAMA) {
            return Optional.of(Price.FREE);
        }
        return of(ModelName.of(model));
    }

    /** The table, in US dollars per million tokens. */
    @Override
    public String toString() {
        var text =
                new StringBuilder("%-44s %10s %10s %10s%n".formatted("USD per million tokens", "in", "cached", "out"));
        table.forEach((name, price) -> text.append("%-44s %10s %10s %10s%n"
                .formatted(name, Price.usd(price.input()), Price.usd(price.cached()), Price.usd(price.output()))));
        return text.toString().stripTrailing().replace("\r", "");
    }

    /** Equal tables are equal prices. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Prices prices && table.equals(prices.table);
    }

    @Override
    public int hashCode() {
        return table.hashCode();
    }
}
