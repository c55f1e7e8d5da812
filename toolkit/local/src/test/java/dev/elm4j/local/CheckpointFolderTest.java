package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.model.LikelihoodRequest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {

    private final RandomModel model = new RandomModel();

    @TempDir
    Path folder;

    @Test
    void readsTheSameTensorsAsTheGgufFile() throws IOException {
        try (Checkpoint opened = ModelPath.open(model.folder(folder, 3))) {
            ModelFile file = model.file();
            assertThat(opened.config())
                    .usingRecursiveComparison()
                    .ignoringFields("epsilon") // a 32-bit float in the one, a decimal in the other
                    .isEqualTo(file.config());
            assertThat(opened.parameters()).isEqualTo(file.parameters());
            for (String name : file.tensors().keySet()) {
                assertThat(read(opened, name)).as(name).isEqualTo(read(file, name));
            }
        }
    }

    @Test
    void writesLikeTheGgufFile() throws IOException {
        LikelihoodRequest request = new LikelihoodRequest("", "The soup was", List.of(" warm", " cold"));
        model.folder(folder, 1);
        try (LocalModel one = LocalModel.of(folder, RandomModel.settings(Precision.FP32));
                LocalModel other = model.load(Precision.FP32)) {
            assertThat(one.name()).isEqualTo(folder.getFileName().toString());
            assertThat(one.logLikelihoods(List.of(request), () -> false))
                    .isEqualTo(other.logLikelihoods(List.of(request), () -> false));
        }
    }

    @Test
    void saysWhichFileOrTensorIsMissing() throws IOException {
        model.folder(folder, 3);
        Path shard = folder.resolve("model-00002-of-00003.safetensors");
        byte[] content = Files.readAllBytes(shard);
        Files.write(shard, Arrays.copyOf(content, content.length - 10));
        refused("model-00002-of-00003.safetensors ends too early: tensor '");
        Files.write(shard, Arrays.copyOf(content, 40));
        refused("ends too early: its header needs");
        Files.write(shard, new byte[0]);
        refused("is empty");
        Files.delete(shard);
        refused("the shard model-00002-of-00003.safetensors is missing, of 3");
        Files.delete(folder.resolve("model.safetensors.index.json"));
        refused("There is no model file at");
        Files.delete(folder.resolve("config.json"));
        refused("is a folder without config.json and with 0 GGUF files");
    }

    @Test
    void theIndexMayNotPromiseWhatIsNotThere() throws IOException {
        model.folder(folder, 2);
        Path index = folder.resolve("model.safetensors.index.json");
        String text = Files.readString(index);
        Files.writeString(index, text.replace("model.norm.weight", "model.norms.weight"));
        refused("tensor 'model.norms.weight' is not in it");
        Files.writeString(index, text.replaceAll("model-00001", "../model-00001"));
        refused("outside of its folder");
    }

    @Test
    void refusesWhatItCannotCompute() throws IOException {
        model.folder(folder, 1);
        String config = model.config();
        for (String[] change : new String[][] {
            {"\"llama\"", "\"gpt_neox\"", "architecture 'gpt_neox', but llama, qwen2, qwen3 are those"},
            {"\"rope_scaling\": null", "\"rope_scaling\": {\"type\": \"yarn\"}", "scaled by 'yarn'"},
            {"\"use_sliding_window\": false", "\"use_sliding_window\": true", "needs use_sliding_window"},
            {"\"use_sliding_window\": false", "\"quantization_config\": {}", "needs quantization_config"},
            {"\"silu\"", "\"gelu\"", "the activation 'gelu'"},
            {"\"hidden_size\": 64", "\"hidden_size\": \"wide\"", "'hidden_size' should be a whole number"},
            {"\"hidden_size\": 64,", "", "does not say 'hidden_size'"},
            {"\"hidden_size\": 64", "\"hidden_size\": 128", "should have 259 x 128 numbers, but has 259 x 64"},
            {"\"num_attention_heads\": 4", "\"num_attention_heads\": 3", "does not fit together"},
            {"\"tie_word_embeddings\": true", "\"tie_word_embeddings\": false", "'lm_head.weight' is missing"},
            {"{", "[", "it is no JSON"}
        }) {
            assertThat(config).contains(change[0]);
            Files.writeString(folder.resolve("config.json"), config.replaceFirst(quote(change[0]), change[1]));
            refused(change[2]);
        }
    }

    @Test
    void refusesOtherTypesAndUnknownTensors() throws IOException {
        model.folder(folder, 1);
        Path file = folder.resolve("model.safetensors");
        byte[] content = Files.readAllBytes(file);
        replace(file, content, "\"F32\"", "\"I64\"");
        refused("of the type I64, but F32, F16 and BF16");
        replace(file, content, "model.norm.weight", "model.gain.weight");
        refused("holds tensor 'model.gain.weight', which this decoder does not know");
        replace(file, content, "\"shape\":[64]", "\"shape\":[65]");
        refused("needs 260 bytes, but has the offsets");
    }

    @Test
    void endsInASentenceForAnyDamagedHeader() throws IOException {
        model.folder(folder, 1);
        Path file = folder.resolve("model.safetensors");
        byte[] content = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] damaged = content.clone();
            damaged[random.nextInt(2500)] = (byte) random.nextInt();
            Files.write(file, damaged);
            try {
                ModelPath.open(folder).close();
            } catch (IllegalArgumentException sentence) {
                refused++;
                assertThat(sentence).hasMessageEndingWith(".");
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    @Test
    void readsTensorsBehindTwoGigabytes() throws IOException {
        // A sparse file: five tensors that are holes of 500 MB, which take no place on the disk, and one behind them.
        long hole = 500_000_000L;
        Path file = folder.resolve("large.safetensors");
        StringBuilder header = new StringBuilder("{");
        for (int i = 0; i < 5; i++) {
            header.append("\"hole%d\":{\"dtype\":\"F16\",\"shape\":[5000,50000],\"data_offsets\":[%d,%d]},"
                    .formatted(i, i * hole, (i + 1) * hole));
        }
        header.append("\"end\":{\"dtype\":\"BF16\",\"shape\":[2,2],\"data_offsets\":[%d,%d]}}"
                .formatted(5 * hole, 5 * hole + 8));
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
            out.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(text.length)
                    .array());
            out.write(text);
            out.seek(8 + text.length + 5 * hole);
            out.write(new byte[] {(byte) 0x80, 0x3F, 0, 0x40, 0x40, 0x40, (byte) 0x80, 0x40});
        }
        try (SafeTensorsFile opened = SafeTensorsFile.open(file)) {
            float[] values = new float[4];
            opened.tensors().get("end").read(RowOrder.STORED, FloatBuffer.wrap(values));
            assertThat(values).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void unusedNumbersOfTheEmbeddingAreControlTokens() throws IOException {
        model.folder(folder, 1);
        Vocabulary larger = FolderVocabulary.of(folder, RandomModel.VOCABULARY + 5);
        assertThat(larger.size()).isEqualTo(RandomModel.VOCABULARY + 5);
        assertThat(larger.isControl(RandomModel.VOCABULARY + 4)).isTrue();
        assertThat(larger.isControl(RandomModel.END)).isTrue();
        assertThat(larger.isControl('a')).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FolderVocabulary.of(folder, 200))
                .withMessageContaining("but the model embeds 200");
    }

    @Test
    void refusesTokenizersThatDoNotDecodeBytes() throws IOException {
        model.folder(folder, 1);
        Path tokenizer = folder.resolve("tokenizer.json");
        Files.writeString(tokenizer, Files.readString(tokenizer).replace("\"ByteLevel\"", "\"Metaspace\""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalModel.of(folder))
                .withMessageContaining("tokenizer of the kind BPE that does not decode bytes");
    }

    private void refused(String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelPath.open(folder).close())
                .withMessageContaining(sentence);
    }

    private static float[] read(Checkpoint checkpoint, String name) {
        TensorEntry tensor = checkpoint.tensors().get(name);
        float[] values = new float[(int) tensor.elements()];
        checkpoint.read(name, FloatBuffer.wrap(values));
        return values;
    }

    private static void replace(Path file, byte[] content, String old, String now) throws IOException {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(old);
        Files.writeString(file, text.replaceFirst(quote(old), now), StandardCharsets.ISO_8859_1);
    }

    private static String quote(String text) {
        return java.util.regex.Pattern.quote(text);
    }
}
