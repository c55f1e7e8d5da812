package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    private final RandomModel model = new RandomModel();

    @TempDir
    Path folder;

    @Test
    void readsTheShapeOfTheDecoder() {
        ModelConfig config = model.file().config();
        assertThat(config)
                .isEqualTo(new ModelConfig(
                        Architecture.LLAMA, 3, 4, 2, 16, 64, 96, 256, 259, 1e-5f, RotaryPositions.of(10000)));
        assertThat(config.cachePerToken()).isEqualTo(2 * 3 * 2 * 16);
    }

    @Test
    void readsEveryKindOfValue() {
        Metadata data = ModelFile.of(
                        "kinds.gguf",
                        model.gguf()
                                .put("byte", (byte) -3)
                                .put("short", (short) -300)
                                .put("int", -70000)
                                .put("long", 1L << 40)
                                .put("float", 0.5f)
                                .put("double", 0.1)
                                .put("flag", true)
                                .put("text", "grün")
                                .put("nested", List.of(List.of(1, 2), List.of(3)))
                                .bytes())
                .metadata();
        assertThat(data.values())
                .containsEntry("byte", -3)
                .containsEntry("short", -300)
                .containsEntry("int", -70000)
                .containsEntry("long", 1L << 40)
                .containsEntry("float", 0.5f)
                .containsEntry("double", 0.1)
                .containsEntry("flag", true)
                .containsEntry("text", "grün")
                .containsEntry("nested", List.of(List.of(1, 2), List.of(3)));
    }

    @Test
    void readsATensorAndUndoesTheInterleavingOfItsHeads() {
        ModelFile file = model.file();
        TensorEntry tensor = file.tensors().get("blk.0.attn_q.weight");
        float[] expected = model.weights("blk.0.attn_q.weight");
        float[] stored = new float[expected.length];
        file.read(tensor, RowOrder.STORED, FloatBuffer.wrap(stored));
        assertThat(row(stored, 2)).isEqualTo(row(expected, 1));
        assertThat(row(stored, 1)).isEqualTo(row(expected, 8));
        assertThat(row(stored, 16 + 15)).isEqualTo(row(expected, 16 + 15));

        float[] ordered = new float[expected.length];
        file.read("blk.0.attn_q.weight", FloatBuffer.wrap(ordered));
        assertThat(ordered).isEqualTo(expected);
    }

    @Test
    void saysWhatToDoWhereNoFileIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.open(folder.resolve("none.gguf")))
                .withMessageContaining("There is no model file at")
                .withMessageContaining("run the set-up again");
    }

    @Test
    void saysThatAnEmptyFileIsEmpty() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.open(write(new byte[0])))
                .withMessage("The model file model.gguf is empty. Delete it and download it again.");
    }

    @Test
    void saysThatAFolderCannotBeRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.open(folder))
                .withMessageContaining("cannot be read");
    }

    @Test
    void saysHowAForeignFileBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(new byte[] {0x50, 0x4B, 3, 4, 0}, ModelFile::open))
                .withMessageContaining("begins with 50 4B 03 04")
                .withMessageContaining("GGUF version 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write("GG".getBytes(StandardCharsets.US_ASCII), ModelFile::open))
                .withMessageContaining("begins with 47 47.");
    }

    @Test
    void saysThatAnotherVersionIsNeeded() {
        byte[] bytes = model.gguf().bytes();
        bytes[4] = 2;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.of("old.gguf", bytes))
                .withMessageContaining("GGUF version 2, but version 3 is needed");
    }

    @Test
    void saysWhereATruncatedFileEnds() {
        byte[] bytes = model.gguf().bytes();
        for (int length = 4; length < bytes.length; length += length < 9000 ? 97 : 9973) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException()
                    .as("cut to %d bytes", length)
                    .isThrownBy(() -> ModelFile.of("cut.gguf", cut))
                    .withMessageContaining("The model file cut.gguf")
                    .withMessageEndingWith("Delete it and download it again.");
        }
    }

    @Test
    void endsInASentenceForAnyDamagedHeader() {
        byte[] bytes = model.gguf().bytes();
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(8000)] = (byte) random.nextInt();
            try {
                ModelFile.of("damaged.gguf", damaged).config();
            } catch (IllegalArgumentException sentence) {
                refused++;
                assertThat(sentence).hasMessageContaining("damaged.gguf").hasMessageEndingWith(".");
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void namesAnUnknownBlockTypeAndTheKnownOnes() {
        byte[] bytes = model.gguf()
                .raw("token_embd.weight", 16, new byte[64], 64, RandomModel.VOCABULARY)
                .bytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.of("k.gguf", bytes))
                .withMessageContaining("'token_embd.weight' in block type 16, but F32, F16, BF16, Q4_0, Q4_1")
                .withMessageContaining("Q8_0.gguf");
    }

    @Test
    void refusesTensorsThatAreMissingMisshapenOrUnknown() {
        refused(model.gguf().removeTensor("blk.1.ffn_up.weight"), "'blk.1.ffn_up.weight' is missing");
        refused(
                model.gguf().floats("blk.1.ffn_up.weight", new float[64], 64, 1),
                "should have 96 x 64 numbers, but has 1 x 64");
        refused(
                model.gguf().floats("blk.0.attn_q.bias", new float[64], 64),
                "'blk.0.attn_q.bias', which this decoder does not know");
    }

    @Test
    void refusesOtherArchitecturesAndShapes() {
        refused(
                model.gguf().put("general.architecture", "gpt2"),
                "architecture 'gpt2', but llama, qwen2, qwen3 are those");
        refused(model.gguf().remove("llama.block_count"), "does not say 'llama.block_count'");
        refused(model.gguf().put("llama.attention.head_count", 5), "does not fit together");
        refused(model.gguf().put("llama.attention.head_count", 0), "does not fit together");
        refused(model.gguf().put("llama.block_count", Integer.MAX_VALUE), "does not fit together");
        refused(model.gguf().put("llama.block_count", "three"), "should be a Number, but is a String");
        refused(model.gguf().put("llama.rope.scaling.type", "yarn"), "scaled rotary positions");
    }

    @Test
    void tellsAWrongChecksum() throws IOException {
        Path file = write("abc".getBytes(StandardCharsets.US_ASCII));
        String right = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        Checksum.verify(file, right);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalModel.verified(file, right.replace('b', 'c')))
                .withMessageContaining("but is " + right)
                .withMessageContaining("download it again");
    }

    private void refused(GgufWriter file, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.of("odd.gguf", file.bytes()).config())
                .withMessageContaining("The model file odd.gguf")
                .withMessageContaining(sentence);
    }

    private static float[] row(float[] matrix, int row) {
        return Arrays.copyOfRange(matrix, row * RandomModel.WIDTH, (row + 1) * RandomModel.WIDTH);
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("model.gguf"), content);
    }

    private void write(byte[] content, java.util.function.Consumer<Path> then) throws IOException {
        then.accept(write(content));
    }
}
