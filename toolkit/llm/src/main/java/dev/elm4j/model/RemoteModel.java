package dev.elm4j.model;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.ChatRequestOptions;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A chat model at a provider, with what this toolkit needs to know of it: how often to ask again, how fast, and for what
 * price.
 *
 * <pre>{@code
 * var patient = RemoteModel.of(model)
 *         .retry(Retry.usual().attempts(10))
 *         .limits(RateLimit.none().requestsPerMinute(60).inFlight(4))
 *         .price(Price.of(0.15, 0.60));
 * }</pre>
 *
 * <p>In a search all of this holds. Asked by hand, by {@code chat}, it obeys its rate limit, which it shares with the search
 * and with its copies that have the same limit, but tries only once and throws what langchain4j throws; nothing is metered.
 *
 * <p>Parameters of any provider pass through unchanged. Neither its text nor its identity holds a key. Safe to share between
 * threads if the model it wraps is, as langchain4j's are.
 */
public final class RemoteModel implements ChatModel, Identified, Priced {

    private final ChatModel model;
    private final Terms terms;
    private final Gate gate;

    private record Terms(
            String name, String place, Retry retry, RateLimit limits, Optional<Price> price, Waiting waiting) {

        Gate gate() {
            return new Gate(limits, waiting);
        }
    }

    private RemoteModel(ChatModel model, Terms terms, Gate gate) {
        this.model = model;
        this.terms = terms;
        this.gate = gate;
    }

    /**
     * A model of any provider, asked again as usual, as fast as may be, at the price that the search's table says. Build it
     * with {@code maxRetries(0)}: what langchain4j tries again by itself no budget sees.
     */
    public static RemoteModel of(ChatModel model) {
        requireNonNull(model, "model");
        Optional<Price> price = model instanceof Priced priced ? priced.price() : Optional.empty();
        var terms = new Terms(ModelName.of(model), "", Retry.usual(), RateLimit.none(), price, Waiting.REAL);
        return new RemoteModel(model, terms, terms.gate());
    }

    /** A copy that is known to be served there. */
    RemoteModel at(Endpoint endpoint) {
        return with(new Terms(
                terms.name(), endpoint.place(), terms.retry(), terms.limits(), terms.price(), terms.waiting()));
    }

    /** A copy that is called so, in messages, in the table of prices and in the run's identity. */
    public RemoteModel named(String name) {
        requireNonNull(name, "name");
        return with(new Terms(name, terms.place(), terms.retry(), terms.limits(), terms.price(), terms.waiting()));
    }

    /** A copy that is asked again so; default {@link Retry#usual}. */
    public RemoteModel retry(Retry retry) {
        requireNonNull(retry, "retry");
        return with(new Terms(terms.name(), terms.place(), retry, terms.limits(), terms.price(), terms.waiting()));
    }

    /** A copy that is asked no faster than this; default {@link RateLimit#none}. */
    public RemoteModel limits(RateLimit limits) {
        requireNonNull(limits, "limits");
        var limited = new Terms(terms.name(), terms.place(), terms.retry(), limits, terms.price(), terms.waiting());
        return new RemoteModel(model, limited, limited.gate());
    }

    /** A copy at this price, which goes before any table. */
    public RemoteModel price(Price price) {
        return with(new Terms(
                terms.name(), terms.place(), terms.retry(), terms.limits(), Optional.of(price), terms.waiting()));
    }

    /** A copy that waits in another time. */
    RemoteModel waiting(Waiting waiting) {
        var slower = new Terms(terms.name(), terms.place(), terms.retry(), terms.limits(), terms.price(), waiting);
        return new RemoteModel(model, slower, slower.gate());
    }

    private RemoteModel with(Terms other) {
        return new RemoteModel(model, other, gate);
    }

    /** What it is called. */
    public String name() {
        return terms.name();
    }

    /** How often it is asked again. */
    public Retry retry() {
        return terms.retry();
    }

    /** How fast it is asked. */
    public RateLimit limits() {
        return terms.limits();
    }

    @Override
    public Optional<Price> price() {
        return terms.price();
    }

    Waiting waiting() {
        return terms.waiting();
    }

    /**
     * Its name, where it is served if {@link RemoteModels} built it, and the parameters that go with each request; not its
     * limits, which change no answer.
     */
    @Override
    public String identity() {
        if (model instanceof Identified identified) {
            boolean renamed = !terms.name().equals(ModelName.of(model));
            return (renamed ? terms.name() + ", which is " : "") + identified.identity();
        }
        return ModelName.identity(
                terms.place().isEmpty() ? terms.name() : terms.name() + " at " + terms.place(), model);
    }

    /** Asks as soon as the rate limit allows. */
    ChatResponse chat(ChatRequest request, BooleanSupplier cancelled) {
        return pass(request, cancelled, () -> model.chat(request));
    }

    /** Asks by hand, as soon as the rate limit allows; once, and unmetered. */
    @Override
    public ChatResponse chat(ChatRequest request, ChatRequestOptions options) {
        return pass(request, () -> false, () -> model.chat(request, options));
    }

    /** As {@link #chat(ChatRequest, ChatRequestOptions)}. */
    @Override
    public ChatResponse doChat(ChatRequest request) { // never the other's doChat, which wants its own parameters' class
        return chat(request, () -> false);
    }

    private ChatResponse pass(ChatRequest request, BooleanSupplier cancelled, Gate.Request<ChatResponse> ask) {
        return gate.pass(ChatTokens.estimate(model, request), cancelled, ask, response -> {
            String text = response.aiMessage().text() == null
                    ? ""
                    : response.aiMessage().text();
            var told = ChatTokens.told(request, text, response.tokenUsage());
            return told.input() + told.output();
        });
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return model.defaultRequestParameters();
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return model.supportedCapabilities();
    }

    @Override
    public ModelProvider provider() {
        return model.provider();
    }

    @Override
    public String toString() {
        return "%s, %s attempts%s%s"
                .formatted(
                        terms.name(),
                        terms.retry().attempts(),
                        terms.limits().equals(RateLimit.none()) ? "" : ", " + terms.limits(),
                        terms.price()
                                .map(price -> ", USD per million tokens: " + price)
                                .orElse(""));
    }
}
