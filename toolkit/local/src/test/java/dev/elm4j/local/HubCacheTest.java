package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubCacheTest {

    private static final String ID = "Qwen/Qwen2.5-0.5B-Instruct";

    @TempDir
    Path home;

    @Test
    void findsTheVersionThatIsCalledMain() throws IOException {
        Path model = home.resolve("hub/models--Qwen--Qwen2.5-0.5B-Instruct");
        Files.createDirectories(model.resolve("snapshots/abc"));
        Path newer = Files.createDirectories(model.resolve("snapshots/def"));
        Files.writeString(Files.createDirectories(model.resolve("refs")).resolve("main"), "def\n");
        assertThat(HubCache.folder(ID, Map.of("HF_HOME", home.toString())::get)).isEqualTo(newer);
        assertThat(HubCache.folder(
                        ID, Map.of("HF_HUB_CACHE", home.resolve("hub").toString(), "HF_HOME", "elsewhere")::get))
                .isEqualTo(newer);
    }

    @Test
    void takesTheOnlyVersionAndAsksWhereThereAreSeveral() throws IOException {
        Path snapshots = home.resolve("hub/models--Qwen--Qwen2.5-0.5B-Instruct/snapshots");
        Path only = Files.createDirectories(snapshots.resolve("abc"));
        assertThat(HubCache.folder(ID, Map.of("HF_HOME", home.toString())::get)).isEqualTo(only);
        Files.createDirectories(snapshots.resolve("def"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubCache.folder(ID, Map.of("HF_HOME", home.toString())::get))
                .withMessageContaining("has 2 versions of " + ID);
    }

    @Test
    void saysHowToDownloadWhatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubCache.folder(ID, Map.of("HF_HOME", home.toString())::get))
                .withMessageEndingWith("Download it in a terminal with: huggingface-cli download " + ID);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubCache.folder("no-owner", name -> null))
                .withMessageContaining("is named owner/name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubCache.folder("../../etc", name -> null))
                .withMessageContaining("is named owner/name");
    }

    @Test
    void aPathThatLooksLikeANameIsMetWithAHint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalModel.of(Path.of("Qwen", "Qwen2.5-0.5B-Instruct")))
                .withMessageContaining("LocalModel.hub(\"Qwen/Qwen2.5-0.5B-Instruct\"");
    }

    @Test
    void aFolderWithOneGgufFileWillDo() throws IOException {
        Files.write(home.resolve("small.gguf"), new RandomModel().gguf().bytes());
        try (Checkpoint opened = ModelPath.open(home)) {
            assertThat(opened.name()).isEqualTo("small.gguf");
        }
        Files.write(home.resolve("other.gguf"), new byte[0]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelPath.open(home))
                .withMessageContaining("with 2 GGUF files");
    }
}
