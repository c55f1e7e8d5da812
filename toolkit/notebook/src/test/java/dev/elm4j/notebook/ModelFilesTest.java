package dev.elm4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {

    @TempDir
    private Path user;

    private Path file(String name) throws IOException {
        Path file = user.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    @Test
    void theDefaultModelLiesInTheFolderOfTheApplication() throws IOException {
        Path model = file(".elm4j/models/" + ModelFiles.DEFAULT);
        assertThat(new ModelFiles(Map.of(), user).present()).contains(model);
    }

    @Test
    void theFolderOfTheApplicationCanBeChosen() throws IOException {
        Path model = file("else where/models/" + ModelFiles.DEFAULT);
        var files =
                new ModelFiles(Map.of("ELM4J_HOME", user.resolve("else where").toString()), user);
        assertThat(files.present()).contains(model);
    }

    @Test
    void withoutTheFileThereIsNoneAndTheExpectedPlaceIsKnown() {
        var files = new ModelFiles(Map.of(), user);
        assertThat(files.present()).isEmpty();
        assertThat(files.tiny()).isFalse();
        assertThat(files.expected()).isEqualTo(user.resolve(".elm4j/models/" + ModelFiles.DEFAULT));
    }

    @Test
    void theTinyModelCanBeAskedForByName() throws IOException {
        file(".elm4j/models/" + ModelFiles.DEFAULT);
        var files = new ModelFiles(Map.of("ELM4J_MODEL", "tiny"), user);
        assertThat(files.tiny()).isTrue();
        assertThat(files.present()).isEmpty();
    }

    @Test
    void aModelOfOnesOwnMustBeThere() throws IOException {
        Path own = file("own.gguf");
        assertThat(new ModelFiles(Map.of("ELM4J_MODEL", own.toString()), user).present())
                .contains(own);
        var wrong =
                new ModelFiles(Map.of("ELM4J_MODEL", user.resolve("typo.gguf").toString()), user);
        assertThatThrownBy(wrong::present).hasMessageContaining("typo.gguf").hasMessageContaining("unset");
    }
}
