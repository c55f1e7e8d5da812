package dev.elm4j.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import java.util.List;

/** How a back end of Triton wants its parameters. */
enum TritonForm {
    /** As one JSON text in vLLM's own words, for lists (stop strings) cannot be a request's parameters. */
    VLLM("vLLM") {
        @Override
        ObjectNode body(Wish wish) {
            ObjectNode parameters = wish.common();
            put(parameters, "min_tokens", wish.minTokens());
            if (!wish.stops().isEmpty()) {
                parameters.set("stop", array(wish.stops()));
            }
            ObjectNode body = ChatJson.MAPPER.createObjectNode();
            body.put("stream", false).put("exclude_input_in_output", true);
            return body.put("sampling_parameters", parameters.toString());
        }
    },

    /** Beside the text, as inputs of the ensemble; it has no least number of tokens. */
    TENSOR_RT("TensorRT-LLM") {
        @Override
        ObjectNode body(Wish wish) {
            ObjectNode body = wish.common();
            if (!wish.stops().isEmpty()) {
                body.set("stop_words", array(wish.stops()));
            }
            return body;
        }
    };

    /** What is asked for; null where the back end's default will do. */
    record Wish(
            Double temperature, Double topP, Integer minTokens, Integer maxTokens, List<String> stops, Integer seed) {

        /** What both call alike. */
        ObjectNode common() {
            ObjectNode json = ChatJson.MAPPER.createObjectNode();
            put(json, "temperature", temperature);
            put(json, "top_p", topP);
            put(json, "max_tokens", maxTokens);
            put(json, "seed", seed);
            return json;
        }
    }

    private final String title;

    TritonForm(String title) {
        this.title = title;
    }

    abstract ObjectNode body(Wish wish);

    ObjectNode chat(ChatRequestParameters parameters) {
        return body(new Wish(
                parameters.temperature(),
                parameters.topP(),
                null,
                parameters.maxOutputTokens(),
                parameters.stopSequences(),
                null));
    }

    ObjectNode completion(CompletionRequest request) {
        var sampling = request.sampling();
        int seed = Long.hashCode(request.seed()) & Integer.MAX_VALUE;
        return body(new Wish(
                sampling.temperature(),
                sampling.topP(),
                sampling.minTokens(),
                sampling.maxTokens(),
                request.stops(),
                seed));
    }

    private static void put(ObjectNode json, String name, Number value) {
        if (value != null) {
            json.set(name, ChatJson.MAPPER.valueToTree(value));
        }
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = ChatJson.MAPPER.createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    @Override
    public String toString() {
        return title;
    }
}
