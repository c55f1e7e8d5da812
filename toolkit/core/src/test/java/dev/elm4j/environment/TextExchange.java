package dev.elm4j.environment;

import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** Asks a "model" that is a function of texts. */
public record TextExchange(boolean batched, ToLongFunction<String> longest) implements TextForm {

    /** One request after the other, with answers of at most 100 characters. */
    public static final TextExchange ONE_BY_ONE = new TextExchange(false, request -> 100);

    /** All requests as one batch. */
    public static final TextExchange TOGETHER = new TextExchange(true, request -> 100);

    @Override
    public Tokens worst(UnaryOperator<String> model, String request) {
        return Tokens.of(request.length(), longest.applyAsLong(request));
    }
}
