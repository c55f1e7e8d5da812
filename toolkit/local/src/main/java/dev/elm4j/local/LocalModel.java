package dev.elm4j.local;

import static java.util.Objects.requireNonNull;

import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionModel;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.LikelihoodModel;
import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.model.Likelihoods;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A Llama-family model in this process: no key, no network.
 *
 * <pre>{@code
 * try (LocalModel model = LocalModel.of(Path.of("SmolLM2-135M-Instruct.Q4_1.gguf"))) {
 *     model.chat("What is the capital of France?");   // The capital of France is Paris.
 * }
 * }</pre>
 *
 * <p>May be called from any thread; calls queue for the model's own thread. An answer depends on the request, its seed and
 * the batch it came in, never on earlier calls, timing or the number of callers. A thread that is interrupted while it
 * waits gets a {@link java.util.concurrent.CancellationException}, and its call stops at the next token.
 *
 * <p>The weights stay in native memory until {@link #close}.
 */
public final class LocalModel implements ChatModel, CompletionModel, LikelihoodModel, AutoCloseable {

    private final ModelThread thread;
    private final LoadedModel model;
    private final LocalChat chat;
    private final ModelSummary summary;

    private LocalModel(ModelThread thread, LoadedModel model, ModelSummary summary) {
        this.thread = thread;
        this.model = model;
        this.summary = summary;
        this.chat =
                new LocalChat(summary.name(), ChatTemplate.of(model.tokenizer().vocabulary()), summary.context());
    }

    /**
     * Loads a GGUF file (version 3, Llama family, blocks of F32, F16, Q4_1 or Q8_0, byte-level tokenizer). Takes a second
     * or two for 135 million parameters.
     *
     * @throws IllegalArgumentException with a sentence if there is no such file or it cannot be run
     * @throws IllegalStateException with a sentence if PyTorch's libraries are not installed
     */
    public static LocalModel of(Path gguf) {
        requireNonNull(gguf, "gguf");
        return load(() -> ModelFile.open(gguf), Settings.best());
    }

    /**
     * Loads a GGUF file like {@link #of(Path)} after comparing its checksum.
     *
     * @param sha256 64 hexadecimal digits
     * @throws IllegalArgumentException also if the checksum is another one
     */
    public static LocalModel verified(Path gguf, String sha256) {
        Checksum.verify(gguf, sha256);
        return of(gguf);
    }

    /**
     * Loads the tiny model of this jar: some hundred thousand parameters, for tests and instant demonstrations. It always
     * runs on one thread.
     */
    public static LocalModel tiny() {
        return load(TinyFile::open, Settings.small());
    }

    static LocalModel load(Supplier<ModelFile> source, Settings settings) {
        try (ModelFile file = source.get()) {
            ModelThread thread = new ModelThread(file.name());
            try {
                thread.start(settings.threads());
                return thread.call(() -> false, cancellation -> read(file, thread, settings));
            } catch (RuntimeException failure) {
                thread.close();
                throw failure;
            }
        }
    }

    private static LocalModel read(ModelFile file, ModelThread thread, Settings settings) {
        LoadedModel model = LoadedModel.read(file, settings.choosePrecision());
        return new LocalModel(thread, model, ModelSummary.of(file, model.decoder(), settings.threads()));
    }

    /** Name of the file, without its extension. */
    public String name() {
        return summary.name();
    }

    /** Most tokens of a prompt and its answer together. */
    public int context() {
        return summary.context();
    }

    /** 1 if each token of the model is a single byte, as the tiny model's are; else 4. */
    @Override
    public double charactersPerToken() {
        return model.tokenizer().vocabulary().singleBytes() ? 1 : 4;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A stop string before anything visible is passed over; every control token ends a text.
     *
     * @throws IllegalArgumentException if a prompt and its answer do not fit into the context
     */
    @Override
    public List<Completion> complete(List<CompletionRequest> requests, BooleanSupplier cancelled) {
        List<CompletionRequest> copy = atLeastOne(requests);
        return thread.call(cancelled, cancellation -> model.complete(copy, cancellation));
    }

    /**
     * {@inheritDoc}
     *
     * <p>The tokens of a completion follow those of its prompt as they are, so begin it as the text would go on, such as
     * with a space. Tokens of a declared prefix never count.
     *
     * @throws IllegalArgumentException if a prompt and its completion do not fit into the context
     */
    @Override
    public List<Likelihoods> logLikelihoods(List<LikelihoodRequest> requests, BooleanSupplier cancelled) {
        List<LikelihoodRequest> copy = atLeastOne(requests);
        return thread.call(cancelled, cancellation -> model.score(copy, cancellation));
    }

    /**
     * Answers a chat of texts. The seed is that of {@link LocalChatParameters}, so that the same question has the same
     * answer until another one is given.
     *
     * @throws dev.langchain4j.exception.UnsupportedFeatureException if tools, penalties or anything but text is asked for
     */
    @Override
    public ChatResponse doChat(ChatRequest request) {
        return chat.response(
                complete(List.of(chat.completion(request)), () -> false).get(0));
    }

    /** Temperature 0.2, top-p 0.9, at most 256 tokens (a quarter of the context, if that is less), the default seed. */
    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return chat.defaults();
    }

    /** Lets calls that wait already end, and frees the memory. The second time it does nothing. */
    @Override
    public void close() {
        thread.close(model::close);
    }

    @Override
    public String toString() {
        return summary + (thread.closed() ? ", closed" : "");
    }

    LoadedModel loaded() {
        return model;
    }

    ModelThread thread() {
        return thread;
    }

    private static <T> List<T> atLeastOne(List<T> requests) {
        List<T> copy = List.copyOf(requests);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException(
                    "The model needs at least 1 request, but got none. Do not call it then.");
        }
        return copy;
    }
}
