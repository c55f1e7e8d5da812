package dev.elm4j.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** Asks a "model" that is a function of texts; a character is a token. */
public record TextExchange(boolean batched, ToLongFunction<String> longest)
        implements Exchange<UnaryOperator<String>, String, String> {

    /** One request after the other, with answers of at most 100 characters. */
    public static final TextExchange ONE_BY_ONE = new TextExchange(false, request -> 100);

    /** All requests as one batch. */
    public static final TextExchange TOGETHER = new TextExchange(true, request -> 100);

    @Override
    public String kind() {
        return "text";
    }

    @Override
    public Tokens worst(UnaryOperator<String> model, String request) {
        return Tokens.of(request.length(), longest.applyAsLong(request));
    }

    @Override
    public List<String> perform(UnaryOperator<String> model, List<String> requests, Attempts attempts) {
        try (Attempt attempt = attempts.begin(0, requests.size())) {
            List<String> answers = requests.stream().map(model).toList();
            for (int i = 0; i < answers.size(); i++) {
                attempt.settle(
                        i, Tokens.of(requests.get(i).length(), answers.get(i).length()));
            }
            return answers;
        }
    }

    @Override
    public JsonNode request(UnaryOperator<String> model, String request) {
        return TextNode.valueOf(request);
    }

    @Override
    public JsonNode encode(String answer) {
        return TextNode.valueOf(answer);
    }

    @Override
    public String decode(JsonNode answer) {
        return answer.asText();
    }
}
