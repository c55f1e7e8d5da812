package dev.elm4j.local;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import java.util.List;

/**
 * Writes a chat as the text that a model continues.
 *
 * <pre>{@code
 * var template = new ChatTemplate("plain", "{role}: {text}\n", "assistant:", "");
 * template.prompt(List.of(UserMessage.from("Name a fruit.")));   // "user: Name a fruit.\nassistant:"
 * LocalSettings.defaults().template(ChatTemplate.CHAT_ML);
 * }</pre>
 *
 * <p>A model's own template is recognised by its text, or by its marks where the model has none: ChatML, Llama 3, or plain
 * lines for models without marks. For any other one, give your own in {@link LocalSettings#template}.
 *
 * @param name for messages and {@link LocalModel#identity}
 * @param turn one message, in which {@code {role}} stands for {@code system}, {@code user} or {@code assistant} and
 *     {@code {text}} for its text
 * @param answer what stands before the model's answer
 * @param system the system message of a chat that has none; empty for no such message
 */
public record ChatTemplate(String name, String turn, String answer, String system) {

    /** {@code <|im_start|>role}, the text, {@code <|im_end|>}; no system message of its own. */
    public static final ChatTemplate CHAT_ML =
            new ChatTemplate("ChatML", "<|im_start|>{role}\n{text}<|im_end|>\n", "<|im_start|>assistant\n", "");

    /** The headers of Llama 3; no system message of its own. The tokenizer adds the mark of the beginning. */
    public static final ChatTemplate LLAMA_3 = new ChatTemplate(
            "Llama 3",
            "<|start_header_id|>{role}<|end_header_id|>\n\n{text}<|eot_id|>",
            "<|start_header_id|>assistant<|end_header_id|>\n\n",
            "");

    /** One line per message, for base models. */
    public static final ChatTemplate PLAIN_LINES = new ChatTemplate("plain lines", "{text}\n", "", "");

    private static final String ROLE = "{role}";
    private static final String TEXT = "{text}";

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the turn has no place, or several, for the text
     */
    public ChatTemplate {
        requireNonNull(name, "name");
        requireNonNull(turn, "turn");
        requireNonNull(answer, "answer");
        requireNonNull(system, "system");
        if (turn.split("\\{text\\}", -1).length != 2) {
            throw new IllegalArgumentException(
                    "The turn of a chat template needs {text} exactly once, but is '%s'. Write, say, '{role}: {text}\\n'."
                            .formatted(turn));
        }
    }

    /** The same with another system message for chats that have none. */
    public ChatTemplate system(String text) {
        return new ChatTemplate(name, turn, answer, text);
    }

    /**
     * The text up to where the answer begins.
     *
     * @param messages at least one
     * @throws UnsupportedFeatureException if a message has anything but text
     */
    public String prompt(List<ChatMessage> messages) {
        StringBuilder prompt = new StringBuilder();
        if (!system.isEmpty() && !(messages.get(0) instanceof SystemMessage)) {
            add(prompt, "system", system);
        }
        for (ChatMessage message : messages) {
            if (message instanceof SystemMessage given) {
                add(prompt, "system", given.text());
            } else if (message instanceof UserMessage user && user.hasSingleText()) {
                add(prompt, "user", user.singleText());
            } else if (message instanceof AiMessage reply && !reply.hasToolExecutionRequests()) {
                add(prompt, "assistant", reply.text());
            } else {
                throw new UnsupportedFeatureException(
                        "A local model reads text messages only, but one is a %s message with other content. Send system, user and assistant texts."
                                .formatted(message.type()));
            }
        }
        return prompt.append(answer).toString();
    }

    /** The text goes in last, so that what it says of roles is not replaced. */
    private void add(StringBuilder prompt, String role, String text) {
        int place = turn.indexOf(TEXT);
        prompt.append(turn.substring(0, place).replace(ROLE, role))
                .append(text)
                .append(turn.substring(place + TEXT.length()).replace(ROLE, role));
    }
}
