package dev.elm4j.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.elm4j.archive.Axis;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CodecTest {

    @Test
    void builtInCodecsAreLossless() {
        var random = new SplittableRandom(20261107);
        for (int i = 0; i < 200; i++) {
            double[] vector = random.doubles(5)
                    .map(u -> (u - 0.5) * Math.pow(10, random.nextInt(-300, 300)))
                    .toArray();
            assertThat(Codec.doubles().decode(Codec.doubles().encode(vector))).containsExactly(vector);
            boolean[] bits = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
            assertThat(Codec.bits().decode(Codec.bits().encode(bits))).containsExactly(bits);
        }
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0};
        var written = JsonNodeFactory.instance.arrayNode();
        Codec.doubles().encode(odd).forEach(number -> written.add(number.asText())); // as JSON has it: texts
        written.set(3, -0.0);
        assertThat(Codec.doubles().decode(written)).containsExactly(odd);
        String text = "quote \" line\nfeed \u202e \u0000";
        assertThat(Codec.string().decode(Codec.string().encode(text))).isEqualTo(text);
    }

    @Test
    void whatIsNoSolutionIsRefused() {
        var number = JsonNodeFactory.instance.numberNode(3);
        assertThatIllegalArgumentException().isThrownBy(() -> Codec.string().decode(number));
        assertThatIllegalArgumentException().isThrownBy(() -> Codec.bits().decode(number));
        assertThatIllegalArgumentException().isThrownBy(() -> Codec.doubles()
                .decode(JsonNodeFactory.instance.arrayNode().add("x")));
    }

    @Test
    void aFunctionEnvironmentFindsItsCodecByTheFirstSeed() {
        var numbers = Environment.of("numbers", (BigDecimal x) -> Evaluation.of(1, x.doubleValue()))
                .measures(Axis.of("x", 0, 1));
        assertThatIllegalStateException().isThrownBy(numbers::codec).withMessageContaining(".seeds(...)");
        assertThatIllegalStateException()
                .isThrownBy(numbers.seeds(BigDecimal.ONE)::codec)
                .withMessageContaining("Call .codec(Codec.of(...))");
        var own = Codec.<BigDecimal>of(
                x -> JsonNodeFactory.instance.textNode(x.toString()), json -> new BigDecimal(json.asText()));
        assertThat(numbers.codec(own).codec()).isSameAs(own);
    }
}
