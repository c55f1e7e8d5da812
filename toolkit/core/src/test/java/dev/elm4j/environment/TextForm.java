package dev.elm4j.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.UnaryOperator;

/** How a "model" that is a function of texts is asked, if an exchange does not do it otherwise; a character is a token. */
public interface TextForm extends Exchange<UnaryOperator<String>, String, String> {

    @Override
    default String kind() {
        return "text";
    }

    @Override
    default Tokens worst(UnaryOperator<String> model, String request) {
        return Tokens.of(request.length(), 100);
    }

    @Override
    default List<String> perform(UnaryOperator<String> model, List<String> requests, Attempts attempts) {
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
    default JsonNode request(UnaryOperator<String> model, String request) {
        return TextNode.valueOf(request);
    }

    @Override
    default JsonNode encode(String answer) {
        return TextNode.valueOf(answer);
    }

    @Override
    default String decode(JsonNode answer) {
        return answer.asText();
    }
}
