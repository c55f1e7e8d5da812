package dev.elm4j.local;

import static java.util.Objects.requireNonNull;

import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionModel;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.Identified;
import dev.elm4j.model.LikelihoodModel;
import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.model.Likelihoods;
import dev.elm4j.model.Price;
import dev.elm4j.model.Priced;
import dev.elm4j.model.SeededChat;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A language model in this process: no key, no network.
 *
 * <pre>{@code
 * try (LocalModel model = LocalModel.of(Path.of("SmolLM2-135M-Instruct.Q4_1.gguf"))) {
 *     model.chat("What is the capital of France?");   // The capital of France is Paris.
 * }
 * }</pre>
 *
 * <p>Decoders of the architectures llama (such as SmolLM2), qwen2 (also Qwen2.5) and qwen3 can be run, with byte-level
 * tokenizers. Weights come as GGUF (version 3; blocks of F32, F16, BF16, Q4_0, Q4_1, Q5_0, Q5_1, Q8_0 and Q2_K to Q6_K) or
 * as the folder that Transformers writes ({@code config.json}, {@code tokenizer.json}, SafeTensors of F32, F16 or BF16, also
 * in shards).
 *
 * <p>May be called from any thread; calls queue for the model's own thread. An answer depends on the request, its seed and
 * the batch it came in, never on earlier calls, timing or the number of callers. A thread that is interrupted while it
 * waits gets a {@link java.util.concurrent.CancellationException}, and its call stops at the next token.
 *
 * <p>The weights stay in native memory until {@link #close}. A model that would not fit into the free memory is refused
 * before it is read.
 */
public final class LocalModel
        implements ChatModel,
                StreamingChatModel,
                CompletionModel,
                LikelihoodModel,
                SeededChat,
                Priced,
                Identified,
                AutoCloseable {

    private final ModelThread thread;
    private final LoadedModel model;
    private final LocalChat chat;
    private final ModelSummary summary;

    private LocalModel(ModelThread thread, LoadedModel model, LocalChat chat, ModelSummary summary) {
        this.thread = thread;
        this.model = model;
        this.chat = chat;
        this.summary = summary;
    }

    /**
     * Loads a GGUF file or a folder with SafeTensors, as this machine can run it best. Takes a second or two for 135 million
     * parameters.
     *
     * @throws IllegalArgumentException with a sentence if there is no such file or it cannot be run
     * @throws IllegalStateException with a sentence if PyTorch's libraries are not installed or memory is short
     */
    public static LocalModel of(Path path) {
        return of(path, LocalSettings.defaults());
    }

    /**
     * Loads a GGUF file or a folder with SafeTensors.
     *
     * @throws IllegalArgumentException with a sentence if there is no such file or it cannot be run
     * @throws IllegalStateException with a sentence if PyTorch's libraries are not installed, memory is short or the GPU
     *     that was asked for cannot be used
     */
    public static LocalModel of(Path path, LocalSettings settings) {
        requireNonNull(path, "path");
        requireNonNull(settings, "settings");
        return load(() -> ModelPath.open(path), settings);
    }

    /**
     * Loads a model that Hugging Face's own tools have downloaded into their cache ({@code HF_HUB_CACHE}, else
     * {@code HF_HOME/hub}, else {@code ~/.cache/huggingface/hub}). Downloads nothing.
     *
     * @param id {@code owner/name}, such as {@code Qwen/Qwen2.5-0.5B-Instruct}
     * @throws IllegalArgumentException with the command that downloads the model, if it is not there; else as
     *     {@link #of(Path, LocalSettings)}
     */
    public static LocalModel hub(String id, LocalSettings settings) {
        requireNonNull(id, "id");
        requireNonNull(settings, "settings");
        return load(() -> ModelPath.open(HubCache.folder(id, System::getenv), id), settings);
    }

    /**
     * Loads a GGUF file like {@link #of(Path)} after comparing its checksum.
     *
     * @param sha256 64 hexadecimal digits
     * @throws IllegalArgumentException also if the checksum is another one
     */
    public static LocalModel verified(Path gguf, String sha256) {
        requireNonNull(gguf, "gguf");
        Checksum.verify(gguf, requireNonNull(sha256, "sha256"));
        return of(gguf);
    }

    /**
     * Loads the tiny model of this jar: some hundred thousand parameters, for tests and instant demonstrations. It always
     * runs on one thread of the processor.
     */
    public static LocalModel tiny() {
        return load(TinyFile::open, LocalSettings.small());
    }

    static LocalModel load(Supplier<? extends Checkpoint> source, LocalSettings settings) {
        try (Checkpoint checkpoint = source.get()) {
            ModelThread thread = new ModelThread(checkpoint.name());
            try {
                Backend backend = Backend.choose(HostFacts.read(), settings);
                thread.start(settings.chosenThreads());
                return thread.call(() -> false, cancellation -> read(checkpoint, thread, settings, backend));
            } catch (RuntimeException failure) {
                thread.close();
                throw failure;
            }
        }
    }

    private static LocalModel read(Checkpoint checkpoint, ModelThread thread, LocalSettings settings, Backend chosen) {
        boolean unpackable = settings.precision() == Precision.AUTO
                && chosen.precision() == Precision.FP16_PACKED
                && !Script.packs(); // libraries built without FBGEMM
        Backend backend = unpackable ? chosen.with(Precision.FP32) : chosen;
        LoadedModel model = LoadedModel.read(checkpoint, backend);
        ModelSummary summary = ModelSummary.of(checkpoint, model.decoder(), backend, settings);
        ChatTemplate template = settings.template()
                .orElseGet(() -> checkpoint.template(model.tokenizer().vocabulary()));
        return new LocalModel(thread, model, new LocalChat(summary.name(), template, summary.context()), summary);
    }

    /** Name of the file, without its extension, or of the folder. */
    public String name() {
        return summary.name();
    }

    /**
     * Name, device, precision and threads, and the chat template if one was given: with the request and its batch, all that
     * decides an answer.
     */
    @Override
    public String identity() {
        return summary.identity();
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

    /**
     * Answers a chat of texts piece by piece, on a thread of its own that ends with the answer. What has been handed over
     * never changes: half a character, or what could be the beginning of a stop sequence, is held back. The pieces together
     * are the text that {@link #doChat(ChatRequest)} would give.
     *
     * @throws dev.langchain4j.exception.UnsupportedFeatureException if tools, penalties or anything but text is asked for
     */
    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        CompletionRequest completion = chat.completion(request);
        new StreamedChat(chat, handler)
                .start(
                        summary.name(),
                        listener -> thread.call(
                                listener::cancelled, cancellation -> model.stream(completion, listener, cancellation)));
    }

    /** Temperature 0.2, top-p 0.9, at most 256 tokens (a quarter of the context, if that is less), the default seed. */
    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return chat.defaults();
    }

    /** Nothing: it runs on this machine. */
    @Override
    public Optional<Price> price() {
        return Optional.of(Price.FREE);
    }

    @Override
    public ChatRequestParameters seeded(ChatRequestParameters parameters, long seed) {
        return LocalChatParameters.builder().overrideWith(parameters).seed(seed).build();
    }

    /** None. */
    @Override
    public List<ChatModelListener> listeners() {
        return List.of();
    }

    /** {@link ModelProvider#OTHER}. */
    @Override
    public ModelProvider provider() {
        return ModelProvider.OTHER;
    }

    /** None: it answers with plain text. */
    @Override
    public Set<Capability> supportedCapabilities() {
        return Set.of();
    }

    /** Lets calls that wait already end, and frees the memory. The second time it does nothing. */
    @Override
    public void close() {
        thread.close(model::close);
    }

    /** Whether {@link #close} was called: it answers no more and has to be loaded again. */
    public boolean isClosed() {
        return thread.closed();
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
