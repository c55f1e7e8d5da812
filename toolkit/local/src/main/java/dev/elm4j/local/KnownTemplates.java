package dev.elm4j.local;

import java.util.Optional;

/** Chooses the template of a model by the text of its own, which is a Jinja program that is not run, or by its marks. */
final class KnownTemplates {

    /** What SmolLM2 was trained with where no system message is given. */
    static final String SMOLLM = "You are a helpful AI assistant named SmolLM, trained by Hugging Face";
    /** The same of Qwen2.5. */
    static final String QWEN = "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.";
    /** The same of Qwen2. */
    static final String HELPFUL = "You are a helpful assistant.";
    /** The same of Llama 3.1 and later. Its template would put in today's date: an answer would change from day to day. */
    static final String LLAMA = "Cutting Knowledge Date: December 2023\nToday Date: 26 Jul 2024\n\n";

    /** What Qwen3's template puts in where no thinking is wanted. */
    private static final String NO_THOUGHT = "<think>\n\n</think>\n\n";

    private static final ChatTemplate UNKNOWN = new ChatTemplate("unknown chat template", "{text}", "", "");

    private KnownTemplates() {}

    /** A template, of which {@link #unknown} tells whether it is to be refused. */
    static ChatTemplate of(Optional<String> text, Vocabulary vocabulary) {
        if (text.isPresent()) {
            return ofText(text.get());
        }
        if (vocabulary.contains("<|im_start|>") && vocabulary.contains("<|im_end|>")) {
            return ChatTemplate.CHAT_ML;
        }
        boolean headers = vocabulary.contains("<|start_header_id|>") && vocabulary.contains("<|eot_id|>");
        return headers ? ChatTemplate.LLAMA_3 : ChatTemplate.PLAIN_LINES;
    }

    /** Whether the model's own template is none of the known ones. */
    static boolean unknown(ChatTemplate template) {
        return template.name().equals(UNKNOWN.name());
    }

    private static ChatTemplate ofText(String text) {
        if (text.contains("<|im_start|>")) {
            return chatMl(text);
        }
        if (text.contains("<|start_header_id|>") && text.contains("<|eot_id|>")) {
            return text.contains("Cutting Knowledge Date") ? ChatTemplate.LLAMA_3.system(LLAMA) : ChatTemplate.LLAMA_3;
        }
        return UNKNOWN;
    }

    private static ChatTemplate chatMl(String text) {
        if (text.contains(SMOLLM)) {
            return ChatTemplate.CHAT_ML.system(SMOLLM);
        }
        if (text.contains(QWEN)) {
            return ChatTemplate.CHAT_ML.system(QWEN);
        }
        if (text.contains("enable_thinking")) {
            ChatTemplate plain = ChatTemplate.CHAT_ML;
            return new ChatTemplate("ChatML without thinking", plain.turn(), plain.answer() + NO_THOUGHT, "");
        }
        return text.contains(HELPFUL) ? ChatTemplate.CHAT_ML.system(HELPFUL) : ChatTemplate.CHAT_ML;
    }
}
