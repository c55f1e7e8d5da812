package dev.elm4j.model;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;

/** A chat request as JSON: everything that an answer depends on, and nothing secret. */
final class ChatJson {

    static final ObjectMapper MAPPER = new ObjectMapper();

    /** Writes the fields of a provider's own parameters, in the order of their names: maps may have another each time. */
    private static final ObjectMapper FIELDS = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .defaultPropertyInclusion(JsonInclude.Value.construct(NON_EMPTY, NON_EMPTY))
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private ChatJson() {}

    static ObjectNode of(ChatRequest request) {
        ObjectNode json = MAPPER.createObjectNode();
        json.set("messages", parsed(ChatMessageSerializer.messagesToJson(request.messages())));
        json.setAll(parameters(request.parameters()));
        return json;
    }

    /** Parameters that are set. */
    static ObjectNode parameters(ChatRequestParameters parameters) {
        ObjectNode json = MAPPER.createObjectNode();
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
        if (!parameters.toolSpecifications().isEmpty()) {
            parameters.toolSpecifications().forEach(tool -> json.withArray("tools")
                    .add(tool.toString()));
        }
        put(json, "toolChoice", parameters.toolChoice());
        ObjectNode more = more(parameters);
        if (!more.isEmpty()) {
            json.set("more", more);
        }
        return json;
    }

    /** What a provider's own class has besides, such as a seed. */
    private static ObjectNode more(ChatRequestParameters parameters) {
        if (parameters.getClass() == DefaultChatRequestParameters.class) {
            return MAPPER.createObjectNode();
        }
        try {
            ObjectNode all = (ObjectNode) parsed(FIELDS.writeValueAsString(parameters));
            for (var field : DefaultChatRequestParameters.class.getDeclaredFields()) {
                all.remove(field.getName());
            }
            return all;
        } catch (JsonProcessingException | ClassCastException odd) {
            return MAPPER.createObjectNode().put("text", parameters.toString());
        }
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
