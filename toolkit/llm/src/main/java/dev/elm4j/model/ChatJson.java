package dev.elm4j.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;

/** A chat request as JSON: everything that an answer depends on, and nothing secret. */
final class ChatJson {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private ChatJson() {}

    static ObjectNode of(ChatRequest request) {
        ObjectNode json = MAPPER.createObjectNode();
        json.set("messages", parsed(ChatMessageSerializer.messagesToJson(request.messages())));
        ChatRequestParameters parameters = request.parameters();
        put(json, "model", parameters.modelName());
        put(json, "temperature", parameters.temperature());
        put(json, "topP", parameters.topP());
        put(json, "topK", parameters.topK());
        put(json, "frequencyPenalty", parameters.frequencyPenalty());
        put(json, "presencePenalty", parameters.presencePenalty());
        put(json, "maxOutputTokens", parameters.maxOutputTokens());
        if (!parameters.stopSequences().isEmpty()) {
            parameters.stopSequences().forEach(json.putArray("stops")::add);
        }
        put(json, "responseFormat", parameters.responseFormat());
        if (parameters.getClass() != DefaultChatRequestParameters.class) { // a provider's own, such as a seed
            put(json, "more", parameters);
        }
        return json;
    }

    private static void put(ObjectNode json, String name, Object value) {
        if (value instanceof Integer whole) {
            json.put(name, whole);
        } else if (value instanceof Double real) {
            json.put(name, real);
        } else if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The messages of a chat could not be written as JSON: " + json, broken);
        }
    }
}
