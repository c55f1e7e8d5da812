package dev.elm4j.model;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.function.UnaryOperator;

/**
 * Builds models at the providers that this toolkit brings a client for.
 *
 * <pre>{@code
 * var hosted = RemoteModels.openAi("gpt-4o-mini", "sk-my-key");
 * var own = RemoteModels.openAiCompatible(Endpoint.of("http://127.0.0.1:8080/v1"), "qwen2.5-coder");
 * var small = RemoteModels.ollama(Endpoint.of("http://127.0.0.1:11434"), "llama3.2");
 * }</pre>
 *
 * <p>The host, the port and the path are part of such a model's identity: one of the same name at another server is another
 * model to a run, its cassette and a cache. Prices go by the name alone. All share one HTTP client. None tries again by itself; {@link RemoteModel#retry} does. Nothing is sent before the model
 * is asked.
 */
public final class RemoteModels {

    /** Where the key of {@link #openAi(String)} is. */
    public static final String OPENAI_KEY = "OPENAI_API_KEY";

    /** Where Ollama serves, if nobody moved it. */
    public static final String OLLAMA = "http://127.0.0.1:11434";

    private static final String OPENAI = "https://api.openai.com/v1";

    /** langchain4j insists on a key; a server without one takes no notice. */
    private static final String NO_KEY = "none";

    private RemoteModels() {}

    /**
     * A model at OpenAI, with the key of the environment variable {@value #OPENAI_KEY}.
     *
     * @throws IllegalStateException if there is no such variable
     */
    public static RemoteModel openAi(String name) {
        return openAi(name, System::getenv);
    }

    static RemoteModel openAi(String name, UnaryOperator<String> environment) {
        String key = environment.apply(OPENAI_KEY);
        if (key == null || key.isBlank()) {
            throw new IllegalStateException(
                    "The model %s needs a key of OpenAI. Set the environment variable %s before the kernel starts, or give the key as the second argument; Models.local() needs none."
                            .formatted(name, OPENAI_KEY));
        }
        return openAi(name, key.strip());
    }

    /**
     * A model at OpenAI.
     *
     * <p>Those that reason (o1, o3, o4-mini, gpt-5, and so on, with or without a date) refuse a temperature and top-p, so they
     * are asked without, whatever an operator's sampling says; what they think counts to the limit of output tokens, so give
     * them some thousand. What else they refuse, such as stop texts, is passed on and refused with OpenAI's own words.
     */
    public static RemoteModel openAi(String name, String key) {
        return openAi(Endpoint.of(OPENAI).key(key), name);
    }

    static RemoteModel openAi(Endpoint endpoint, String name) {
        return RemoteModel.of(new OpenAiLimits(client(endpoint, name))).at(endpoint);
    }

    /**
     * A model at a server that speaks as OpenAI does: llama.cpp, vLLM, DeepSpeed-MII, LM Studio, Triton's OpenAI front end, and
     * most providers.
     *
     * @param endpoint with the {@code /v1} at its end, if the server has one
     * @param name of the model, as the server calls it
     */
    public static RemoteModel openAiCompatible(Endpoint endpoint, String name) {
        return RemoteModel.of(client(endpoint, name)).at(endpoint);
    }

    private static ChatModel client(Endpoint endpoint, String name) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(endpoint.transport().builder())
                .baseUrl(endpoint.url())
                .apiKey(endpoint.key().orElse(NO_KEY))
                .modelName(requireNonNull(name, "name"))
                .timeout(endpoint.timeout())
                .strictJsonSchema(true)
                .maxRetries(0)
                .build();
    }

    /** A model that Ollama serves; free. */
    public static RemoteModel ollama(Endpoint endpoint, String name) {
        requireNonNull(name, "name");
        return RemoteModel.of(OllamaChatModel.builder()
                        .httpClientBuilder(endpoint.transport().builder())
                        .baseUrl(endpoint.url())
                        .modelName(name)
                        .timeout(endpoint.timeout())
                        .maxRetries(0)
                        .build())
                .at(endpoint)
                .price(Price.FREE);
    }

    /** A model behind Triton's generate extension; free. */
    public static TritonModel triton(Endpoint endpoint, String name) {
        return TritonModel.of(endpoint, name);
    }
}
