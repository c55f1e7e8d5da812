package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Tokens;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

    /** Its vector points to where the text's first letter is, and it reads 5 words only. */
    private static final class Letters implements EmbeddingModel {

        private final List<List<String>> asked = new ArrayList<>();
        private final TokenUsage usage;

        Letters(TokenUsage usage) {
            this.usage = usage;
        }

        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
            asked.add(texts.stream().map(TextSegment::text).toList());
            return Response.from(texts.stream().map(text -> vector(text.text())).toList(), usage);
        }

        private static Embedding vector(String text) {
            double angle = text.strip().charAt(0);
            return Embedding.from(new float[] {(float) StrictMath.cos(angle), (float) StrictMath.sin(angle)});
        }

        @Override
        public String modelName() {
            return "letters";
        }
    }

    @Test
    void aBatchIsOneRequestAndItsTokensAreSharedExactly() {
        var model = new Letters(new TokenUsage(101));
        var attempts = new CountedAttempts();
        var texts = List.of("ab", "a text that is longer", "b");
        var answers = new EmbeddingExchange().perform(model, texts, attempts);
        assertThat(model.asked).containsExactly(texts);
        assertThat(attempts.settled()).hasSize(1);
        assertThat(answers.stream().mapToLong(answer -> answer.tokens().input()))
                .satisfies(shares -> assertThat(
                                shares.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(101));
        assertThat(answers.get(1).tokens().input())
                .isGreaterThan(answers.get(0).tokens().input());
    }

    @Test
    void sharesAddUpForAnyTexts() {
        var random = new SplittableRandom(20261107);
        for (int round = 0; round < 500; round++) {
            var texts = IntStream.range(0, random.nextInt(1, 20))
                    .mapToObj(i -> "x".repeat(random.nextInt(0, 50)))
                    .toList();
            int told = random.nextInt(0, 1_000_000);
            assertThat(EmbeddingExchange.shared(texts, new TokenUsage(told)).stream()
                            .mapToLong(Tokens::input)
                            .sum())
                    .isEqualTo(told);
        }
        assertThat(EmbeddingExchange.shared(List.of("12345"), null)).containsExactly(Tokens.estimated(2, 0));
    }

    @Test
    void whatIsRecordedComesBack() {
        var exchange = new EmbeddingExchange();
        var good = exchange.perform(new Letters(null), List.of("soup"), Attempts.free())
                .get(0);
        var back = exchange.decode(exchange.encode(good));
        assertThat(back).isEqualTo(good);
        EmbeddingModel broken = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
                throw new InvalidRequestException("too long");
            }
        };
        var bad = exchange.perform(broken, List.of("soup", "broth"), Attempts.free());
        assertThat(bad).hasSize(2).allSatisfy(answer -> {
            assertThat(answer.failure()).map(Failure::kind).contains(Failure.MODEL_ERROR);
            assertThat(exchange.decode(exchange.encode(answer))).isEqualTo(answer);
        });
    }

    @Test
    void aRequestNamesTheModel() {
        assertThat(new EmbeddingExchange().request(new Letters(null), "soup").toString())
                .isEqualTo("{\"model\":\"letters\",\"text\":\"soup\"}");
    }
}
