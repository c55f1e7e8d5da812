package dev.elm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.environment.Tokens;
import dev.langchain4j.model.ollama.OllamaChatModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PricesTest {

    private static final Tokens MILLION = Tokens.of(1_000_000, 0);

    @Test
    void aPriceIsExactAndRoundedUpOnceOnly() {
        var random = new SplittableRandom(20261104);
        for (int round = 0; round < 10_000; round++) {
            var price = new Price(random.nextLong(1_000, 100_000_000), 0, random.nextLong(0, 100_000_000));
            price = new Price(price.input(), random.nextLong(0, price.input() + 1), price.output());
            long input = random.nextLong(0, 1_000_000);
            var tokens = new Tokens(input, random.nextLong(0, input + 1), random.nextLong(0, 1_000_000), false);
            BigDecimal exact = usd(price.input(), tokens.input() - tokens.cached())
                    .add(usd(price.cached(), tokens.cached()))
                    .add(usd(price.output(), tokens.output()));
            assertThat(price.nanoUsd(tokens))
                    .isEqualTo(exact.movePointRight(9)
                            .setScale(0, RoundingMode.CEILING)
                            .longValueExact());
        }
    }

    private static BigDecimal usd(long millionths, long tokens) {
        return BigDecimal.valueOf(millionths, 6).multiply(BigDecimal.valueOf(tokens, 6));
    }

    @Test
    void moreTokensNeverCostLessAndEndlessOnesAreStillANumber() {
        var price = Price.of(15, 60);
        assertThat(price.nanoUsd(Tokens.of(1L << 50, 1L << 50))).isEqualTo(1L << 55);
        long last = -1;
        for (long tokens = 0; tokens >= 0 && tokens <= 1L << 50; tokens = 3 * tokens + 1) {
            assertThat(price.nanoUsd(Tokens.of(tokens, tokens))).isGreaterThanOrEqualTo(last);
            last = price.nanoUsd(Tokens.of(tokens, tokens));
        }
    }

    @Test
    void aPriceSaysWhatIsWrongWithIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Price.of(-1, 1))
                .withMessageContaining("input between 0 and 1,000,000");
        assertThatIllegalArgumentException().isThrownBy(() -> Price.of(1, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Price.of(0.0000001, 1))
                .withMessageContaining("at most 6 digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Price.of(1, 1).cached(1.5))
                .withMessageContaining("Cached tokens cost");
    }

    @Test
    void aDateBehindANameIsTheSameModelAndNothingElseIs() {
        var prices = Prices.usual();
        assertThat(prices.of("gpt-4o-mini-2024-07-18"))
                .isEqualTo(prices.of("gpt-4o-mini"))
                .isPresent();
        assertThat(prices.of("gpt-4-0613")).isEqualTo(prices.of("gpt-4"));
        assertThat(prices.of("claude-3-5-haiku-20241022")).isEqualTo(prices.of("claude-3-5-haiku"));
        assertThat(prices.of("claude-3-5-haiku-latest")).isPresent();
        for (String other : new String[] {"o1-pro", "gpt-4o-audio-preview", "gpt-4-32k", "gpt", "", "xgpt-4o"}) {
            assertThat(prices.of(other)).as(other).isEmpty();
        }
    }

    @Test
    void aCopyHasOnePriceMoreAndTheTableStaysAsItWas() {
        var usual = Prices.usual();
        var more = usual.with("mine", Price.of(1, 2)).with("gpt-4o", Price.FREE);
        assertThat(more.of("mine")).contains(Price.of(1, 2));
        assertThat(more.of("gpt-4o")).contains(Price.FREE);
        assertThat(usual.of("mine")).isEmpty();
        assertThat(usual.of("gpt-4o").orElseThrow()).isNotEqualTo(Price.FREE);
    }

    @Test
    void modelsThatKnowTheirPriceGoBeforeTheTable() {
        var prices = Prices.none().with("scripted", Price.of(1, 1));
        var scripted = ScriptedModel.of(prompt -> "soup");
        assertThat(prices.nanoUsd(scripted, MILLION)).isEqualTo(OptionalLong.of(0));
        assertThat(prices.nanoUsd(scripted.chatOnly(), MILLION)).isEqualTo(OptionalLong.of(1_000_000_000));
        var dear = RemoteModel.of(scripted).price(Price.of(2, 2));
        assertThat(prices.nanoUsd(dear, MILLION)).isEqualTo(OptionalLong.of(2_000_000_000));
        assertThat(prices.nanoUsd((Priced) Optional::empty, MILLION)).isEmpty();
        assertThat(prices.nanoUsd("no model", MILLION)).isEmpty();
    }

    @Test
    void whatRunsOnOnesOwnMachineIsFree() {
        var own = OllamaChatModel.builder()
                .baseUrl(RemoteModels.OLLAMA)
                .modelName("soup")
                .build();
        var endpoint = Endpoint.of("http://127.0.0.1:8000");
        assertThat(Prices.none().nanoUsd(own, MILLION)).isEqualTo(OptionalLong.of(0));
        assertThat(Prices.none().nanoUsd(RemoteModels.triton(endpoint, "soup"), MILLION))
                .isEqualTo(OptionalLong.of(0));
        assertThat(Prices.none().nanoUsd(RemoteModels.openAiCompatible(endpoint, "soup"), MILLION))
                .isEmpty();
    }

    @Test
    void theTableFitsAScreen() {
        String table = Prices.usual()
                .with("a-model-of-a-very-long-name-0123456789", Price.of(1234.5, 0))
                .toString();
        assertThat(table.lines()).allMatch(line -> line.length() <= 80);
        assertThat(table).contains("USD per million tokens").contains("0.075");
        assertThat(Prices.usual().of("gpt-4o-mini")).map(Price::toString).contains("0.15 in, 0.075 cached, 0.60 out");
    }

    @Test
    void aTornLineOfATableIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceFile.read("# a comment\nsoup 1 2 # three\n"))
                .withMessageContaining("soup 1 2");
    }
}
