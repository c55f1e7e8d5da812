package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every architecture in every format against {@link ReferenceDecoder}. */
class ArchitectureTest {

    private static final String TEXT = "Soup, 3!";
    private static final int WIDE = 256; // a block of the K quants

    @TempDir
    Path folder;

    static Stream<Arguments> formats() {
        return Stream.of(Architecture.values())
                .flatMap(architecture -> Stream.of(BlockType.values()).map(type -> Arguments.of(architecture, type)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void ggufFilesGiveTheLogitsOfTheReference(Architecture architecture, BlockType type) {
        RandomModel random = new RandomModel(architecture, type, WIDE, type.id() % 2 == 0);
        compare(random, random::file, Precision.FP32, 1e-3);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void foldersGiveTheLogitsOfTheReference(Architecture architecture, BlockType type) throws IOException {
        if (type.size() == 1) {
            for (boolean tied : new boolean[] {true, false}) {
                RandomModel random = new RandomModel(architecture, type, RandomModel.WIDTH, tied);
                Path written = random.folder(folder.resolve("tied-" + tied), tied ? 1 : 3);
                compare(random, () -> ModelPath.open(written), Precision.FP32, 1e-3);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void packedAndShortNumbersStayClose(Architecture architecture) {
        RandomModel random = new RandomModel(architecture, BlockType.F32, RandomModel.WIDTH, false);
        compare(random, random::file, Precision.FP16, 0.1);
        compare(random, random::file, Precision.BF16, 0.5);
        if (HostFacts.read().avx2() && HostFacts.read().x86()) {
            compare(random, random::file, Precision.FP16_PACKED, 0.1);
        }
    }

    /** All logits, at a prompt's end and one token later, out of the cache. */
    private static void compare(
            RandomModel random, Supplier<Checkpoint> source, Precision precision, double tolerance) {
        long[] tokens = RandomModel.tokens(TEXT);
        try (LocalModel model = LocalModel.load(source, RandomModel.settings(precision))) {
            double[][] expected =
                    random.reference(model.loaded().decoder().config()).logits(tokens);
            model.thread().call(() -> false, cancellation -> {
                Decoder decoder = model.loaded().decoder();
                try (KeyValueCache cache = decoder.cache(1, tokens.length)) {
                    int last = tokens.length - 1;
                    check(decoder, cache, TokenBlock.of(tokens, 0, last), expected[last - 1], tolerance);
                    check(decoder, cache, TokenBlock.of(tokens, last, last + 1), expected[last], tolerance);
                }
                return null;
            });
        }
    }

    private static void check(
            Decoder decoder, KeyValueCache cache, TokenBlock block, double[] expected, double tolerance) {
        NextTokens next = decoder.next(block, cache, new float[] {1}, RandomModel.VOCABULARY);
        for (int rank = 0; rank < RandomModel.VOCABULARY; rank++) {
            assertThat((double) next.logit(0, rank)).isCloseTo(expected[next.token(0, rank)], offset(tolerance));
        }
    }
}
