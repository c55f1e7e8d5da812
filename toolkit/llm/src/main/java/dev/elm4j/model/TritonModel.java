package dev.elm4j.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A model behind the <a href="https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/protocol/extension_generate.html">generate
 * extension</a> of Triton Inference Server, with the vLLM or the TensorRT-LLM back end.
 *
 * <pre>{@code
 * var model = TritonModel.of(Endpoint.of("http://127.0.0.1:8000"), "llama");
 * var other = TritonModel.of(Endpoint.of("http://127.0.0.1:8000"), "ensemble").tensorRt();
 * }</pre>
 *
 * <p>That protocol takes plain text and no chat template. So this model continues texts; asked to chat, it sends the text of
 * a single message as it is, and several as lines with their roles. A model that was trained on a template is better asked
 * through Triton's OpenAI front end, by {@link RemoteModels#openAiCompatible}.
 *
 * <p>Triton counts no tokens, so usage is estimated. A completion is said to be cut off if it is as long as its limit by that
 * estimate and met no stop string. Requests of a batch are made one after the other. Free; safe to share between threads.
 */
public final class TritonModel implements ChatModel, CompletionModel, Identified, Priced {

    private final Endpoint endpoint;
    private final String name;
    private final TritonForm form;
    private final Transport transport;

    private TritonModel(Endpoint endpoint, String name, TritonForm form) {
        this.endpoint = endpoint;
        this.name = name;
        this.form = form;
        this.transport = endpoint.transport();
    }

    /**
     * A model with the vLLM back end.
     *
     * @param endpoint the server's root, without {@code /v2}
     * @param name of the model in its repository
     */
    public static TritonModel of(Endpoint endpoint, String name) {
        return new TritonModel(requireNonNull(endpoint, "endpoint"), requireNonNull(name, "name"), TritonForm.VLLM);
    }

    /** A copy for a model with the TensorRT-LLM back end, usually called {@code ensemble}. */
    public TritonModel tensorRt() {
        return new TritonModel(endpoint, name, TritonForm.TENSOR_RT);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        ChatRequestParameters parameters = request.parameters();
        String text = generated(TritonPrompt.of(request), form.chat(parameters));
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(text))
                .modelName(name)
                .build();
    }

    @Override
    public List<Completion> complete(List<CompletionRequest> requests, BooleanSupplier cancelled) {
        var answers = new ArrayList<Completion>(requests.size());
        for (CompletionRequest request : requests) {
            Stops.check(cancelled);
            answers.add(completion(request, generated(request.prompt(), form.completion(request))));
        }
        return answers;
    }

    private static Completion completion(CompletionRequest request, String answer) {
        int end = request.stops().stream()
                .mapToInt(answer::indexOf)
                .filter(found -> found >= 0)
                .min()
                .orElse(-1);
        int limit = request.sampling().maxTokens();
        int tokens = Math.min(limit, TokenBounds.estimate(answer));
        return new Completion(
                end < 0 ? answer : answer.substring(0, end),
                end < 0 && tokens == limit,
                TokenBounds.estimate(request.prompt()),
                tokens);
    }

    private String generated(String prompt, ObjectNode body) {
        body.put("text_input", prompt);
        var request = HttpRequest.builder()
                .method(HttpMethod.POST)
                .url(endpoint.url() + "/v2/models/" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "/generate")
                .addHeader("Content-Type", "application/json")
                .body(body.toString());
        endpoint.key().ifPresent(key -> request.addHeader("Authorization", "Bearer " + key));
        String text = output(transport.execute(request.build()).body());
        return text.startsWith(prompt) ? text.substring(prompt.length()) : text; // some back ends repeat what they read
    }

    private static String output(String body) {
        try {
            JsonNode text = ChatJson.MAPPER.readTree(body).path("text_output");
            if (text.isTextual()) {
                return text.asText();
            }
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
        throw new UncheckedIOException(new IOException("The answer has no text_output."));
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return ChatRequestParameters.builder().modelName(name).build();
    }

    @Override
    public String identity() {
        return "%s by Triton, %s, at %s".formatted(name, form, endpoint.place());
    }

    @Override
    public Optional<Price> price() {
        return Optional.of(Price.FREE);
    }

    @Override
    public String toString() {
        return "%s by Triton, %s, at %s".formatted(name, form, endpoint);
    }
}
