package dev.elm4j.local;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import java.util.List;

/**
 * Writes a chat as the text that the model continues: as ChatML where the model knows its marks, else as plain lines.
 *
 * @param marks whether the vocabulary has ChatML's marks
 */
record ChatTemplate(boolean marks) {

    /** What SmolLM2 was trained with where no system message is given. */
    static final String SYSTEM = "You are a helpful AI assistant named SmolLM, trained by Hugging Face";

    private static final String START = "<|im_start|>";
    private static final String END = "<|im_end|>";

    static ChatTemplate of(Vocabulary vocabulary) {
        return new ChatTemplate(vocabulary.contains(START) && vocabulary.contains(END));
    }

    /**
     * The text up to where the answer begins.
     *
     * @throws UnsupportedFeatureException if a message has anything but text
     */
    String prompt(List<ChatMessage> messages) {
        StringBuilder prompt = new StringBuilder();
        if (marks && !(messages.get(0) instanceof SystemMessage)) {
            add(prompt, "system", SYSTEM);
        }
        for (ChatMessage message : messages) {
            if (message instanceof SystemMessage system) {
                add(prompt, "system", system.text());
            } else if (message instanceof UserMessage user && user.hasSingleText()) {
                add(prompt, "user", user.singleText());
            } else if (message instanceof AiMessage answer && !answer.hasToolExecutionRequests()) {
                add(prompt, "assistant", answer.text());
            } else {
                throw new UnsupportedFeatureException(
                        "A local model reads text messages only, but one is a %s message with other content. Send system, user and assistant texts."
                                .formatted(message.type()));
            }
        }
        return prompt.append(marks ? START + "assistant\n" : "").toString();
    }

    private void add(StringBuilder prompt, String role, String text) {
        if (marks) {
            prompt.append(START).append(role).append('\n').append(text).append(END);
        } else {
            prompt.append(text);
        }
        prompt.append('\n');
    }
}
