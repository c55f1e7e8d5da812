package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatTemplateTest {

    private static final List<ChatMessage> CHAT =
            List.of(SystemMessage.from("Be short."), UserMessage.from("Hi {role}"), AiMessage.from("Ho"));
    private static final Vocabulary MARKED = new RandomModel().vocabulary();

    @TempDir
    Path folder;

    @Test
    void writesChatMlAsItsModelsWereTrained() {
        assertThat(ChatTemplate.CHAT_ML.prompt(CHAT))
                .isEqualTo("<|im_start|>system\nBe short.<|im_end|>\n<|im_start|>user\nHi {role}<|im_end|>\n"
                        + "<|im_start|>assistant\nHo<|im_end|>\n<|im_start|>assistant\n");
    }

    @Test
    void writesLlama3sHeaders() {
        assertThat(ChatTemplate.LLAMA_3.prompt(CHAT.subList(0, 2)))
                .isEqualTo("<|start_header_id|>system<|end_header_id|>\n\nBe short.<|eot_id|>"
                        + "<|start_header_id|>user<|end_header_id|>\n\nHi {role}<|eot_id|>"
                        + "<|start_header_id|>assistant<|end_header_id|>\n\n");
    }

    @Test
    void addsItsOwnSystemMessageOnlyWhereThereIsNone() {
        ChatTemplate own = ChatTemplate.CHAT_ML.system("Own.");
        assertThat(own.prompt(CHAT)).isEqualTo(ChatTemplate.CHAT_ML.prompt(CHAT));
        assertThat(own.prompt(CHAT.subList(1, 2))).startsWith("<|im_start|>system\nOwn.<|im_end|>\n<|im_start|>user\n");
    }

    @Test
    void isChosenByTheTextOfTheModelsOwn() {
        assertThat(of("{% for m in messages %}{{'<|im_start|>' + m['role']}}")).isEqualTo(ChatTemplate.CHAT_ML);
        assertThat(of("<|im_start|>system\n" + KnownTemplates.SMOLLM).system()).isEqualTo(KnownTemplates.SMOLLM);
        assertThat(of("<|im_start|>system\n" + KnownTemplates.QWEN).system()).isEqualTo(KnownTemplates.QWEN);
        assertThat(of("<|im_start|>system\n" + KnownTemplates.HELPFUL).system()).isEqualTo(KnownTemplates.HELPFUL);
        assertThat(of("<|im_start|> enable_thinking").answer())
                .isEqualTo("<|im_start|>assistant\n<think>\n\n</think>\n\n");
        assertThat(of("'<|start_header_id|>' + role + '<|eot_id|>'")).isEqualTo(ChatTemplate.LLAMA_3);
        assertThat(of("<|start_header_id|> Cutting Knowledge Date <|eot_id|>").system())
                .isEqualTo(KnownTemplates.LLAMA);
        assertThat(KnownTemplates.unknown(of("[INST] {{ message }} [/INST]"))).isTrue();
    }

    @Test
    void isChosenByTheMarksWhereTheModelHasNone() {
        assertThat(KnownTemplates.of(Optional.empty(), MARKED)).isEqualTo(ChatTemplate.CHAT_ML);
        Vocabulary plain = new Vocabulary(List.of(new Vocabulary.Token("a", Vocabulary.Kind.WORD)));
        assertThat(KnownTemplates.of(Optional.empty(), plain)).isEqualTo(ChatTemplate.PLAIN_LINES);
        Vocabulary headers = new Vocabulary(List.of(
                new Vocabulary.Token("<|start_header_id|>", Vocabulary.Kind.CONTROL),
                new Vocabulary.Token("<|eot_id|>", Vocabulary.Kind.CONTROL)));
        assertThat(KnownTemplates.of(Optional.empty(), headers)).isEqualTo(ChatTemplate.LLAMA_3);
    }

    @Test
    void isFoundInTheFilesOfAFolder() throws IOException {
        assertThat(FolderTemplate.text(folder)).isEmpty();
        Path config = folder.resolve("tokenizer_config.json");
        Files.writeString(config, "{\"chat_template\": \"one\"}");
        assertThat(FolderTemplate.text(folder)).contains("one");
        Files.writeString(
                config,
                "{\"chat_template\": [{\"name\": \"tool_use\", \"template\": \"x\"},"
                        + " {\"name\": \"default\", \"template\": \"two\"}]}");
        assertThat(FolderTemplate.text(folder)).contains("two");
        Files.writeString(folder.resolve("chat_template.jinja"), "three");
        assertThat(FolderTemplate.text(folder)).contains("three");
    }

    @Test
    void anUnknownOneIsRefusedAtTheFirstChatAndCanBeGiven() throws IOException {
        RandomModel random = new RandomModel();
        Path file = folder.resolve("inst.gguf");
        Files.write(file, random.gguf().put("tokenizer.chat_template", "[INST]").bytes());
        try (LocalModel model = LocalModel.of(file, RandomModel.settings(Precision.FP32))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> model.chat("hello"))
                    .withMessageContaining("LocalSettings.defaults().template(new ChatTemplate(");
        }
        LocalSettings settings = RandomModel.settings(Precision.FP32)
                .template(new ChatTemplate("Mistral", "[INST]{text}[/INST]", "", ""));
        try (LocalModel model = LocalModel.of(file, settings)) {
            assertThat(model.chat("hello")).isEqualTo(model.chat("hello"));
            assertThat(model.identity()).isEqualTo("inst on cpu, fp32, 1 thread, chats in Mistral");
        }
    }

    @Test
    void refusesTurnsWithoutAPlaceForTheTextAndMessagesWithoutText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChatTemplate("x", "{role}", "", ""))
                .withMessageContaining("{text} exactly once");
        assertThatIllegalArgumentException().isThrownBy(() -> new ChatTemplate("x", "{text}{text}", "", ""));
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() ->
                        ChatTemplate.CHAT_ML.prompt(List.of(ToolExecutionResultMessage.from("1", "tool", "result"))))
                .withMessageContaining("reads text messages only");
    }

    private static ChatTemplate of(String text) {
        return KnownTemplates.of(Optional.of(text), MARKED);
    }
}
