package dev.elm4j.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elm4j.contract.JudgeContract;
import dev.elm4j.environment.Attempt;
import dev.elm4j.environment.Attempts;
import dev.elm4j.environment.Calls.Call;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Tokens;
import dev.elm4j.model.EmbeddingExchange;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class AnchorsTest extends JudgeContract {

    private static final BagOfWords MODEL = new BagOfWords("soup", "bread", "bus", "was", "sister");

    @Override
    protected Judge judge() {
        return between("the bus", "the soup");
    }

    @Override
    protected List<Judge> variants() {
        return List.of(
                between("the soup", "the bus"),
                between("a bus", "the soup"),
                Anchors.between(List.of("the bus", "the soup"), List.of("the sister"), MODEL),
                Anchors.between(List.of("the bus"), List.of("the soup", "the sister"), MODEL),
                Anchors.near(List.of("the bus", "the soup"), MODEL),
                Anchors.between(List.of("the bus"), List.of("the soup"), new BagOfWords("soup", "bus")));
    }

    @Override
    protected double[] range() {
        return new double[] {-1, 1};
    }

    @Test
    void anchorsThemselvesAreTheBounds() {
        assertThat(between("bus", "soup").judge("soup soup")).isCloseTo(1, within(1e-9));
        assertThat(between("bus", "soup").judge("bus")).isCloseTo(-1, within(1e-9));
        assertThat(between("bus", "soup").judge("bus and soup")).isCloseTo(0, within(1e-9));
        assertThat(between("bus", "soup bus").judge("bus")).isCloseTo(-1, within(1e-9));
        assertThat(between("bus", "soup bus").judge("soup")).isEqualTo(1); // beyond the anchor
    }

    @Test
    void nearOneSetIsTheCosineWithItsMean() {
        var near = Anchors.near(List.of("bus", "soup"), MODEL);
        assertThat(near.judge("soup")).isCloseTo(Math.sqrt(0.5), within(1e-9));
        assertThat(near.judge("bread")).isZero();
        // cosines 1 and 0 with the single anchors
        assertThat(near.judgement("soup").spread().orElseThrow()).isCloseTo(Math.sqrt(0.5), within(1e-9));
        assertThat(Anchors.near(List.of("bus"), MODEL).judgement("soup").spread())
                .isEmpty();
    }

    @Test
    void everyPieceOfALongTextCounts() {
        String text = "soup ".repeat(90) + "bus ".repeat(90);
        assertThat(between("bus", "soup").judge(text)).isCloseTo(0, within(1e-9));
        assertThat(between("bus", "soup").judge(text + "bus ".repeat(90))).isNegative();
    }

    @Test
    void asksOnceForABatch() {
        var model = new BagOfWords("soup", "bus");
        var judge = Anchors.between(List.of("bus"), List.of("soup"), model);
        model.batches.clear();
        judge.judgements(
                List.of(new Call<>(0, "soup"), new Call<>(1, " "), new Call<>(2, "bus ".repeat(100))),
                Context.unmetered(1, 3));
        assertThat(model.batches).containsExactly(3); // one piece and two, and nothing of the blank text
    }

    @Test
    void blankAndEndlessTextsFailAlone() {
        List<Judgement> judgements = judge().judgements(
                        List.of(new Call<>(0, " \n"), new Call<>(1, "bus"), new Call<>(2, "soup ".repeat(6000))),
                        Context.unmetered(1, 3));
        assertThat(judgements.get(0).failure().orElseThrow().kind()).isEqualTo("blank text");
        assertThat(judgements.get(1).failure()).isEmpty();
        assertThat(judgements.get(2).failure().orElseThrow().kind()).isEqualTo("too long");
        assertThat(judge().judge("")).isNaN();
    }

    @Test
    void aFaultOfTheModelIsTheBatchesFailure() {
        EmbeddingModel broken = new Broken(new IllegalStateException("out of soup"));
        TextVector answer = new TextVectors()
                .perform(broken, List.of(List.of("a")), Attempts.free())
                .get(0);
        assertThat(answer.failure())
                .contains(new Failure(Failure.MODEL_ERROR, "IllegalStateException: \"out of soup\""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Anchors.near(List.of("soup"), broken))
                .withMessageContaining("out of soup");
        var stopped = new Broken(new CancellationException());
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> Anchors.near(List.of("soup"), stopped));
    }

    @Test
    void aVectorWithoutDirectionIsAFailure() {
        TextVector answer = new TextVectors()
                .perform(new Zero(), List.of(List.of("a")), Attempts.free())
                .get(0);
        assertThat(answer.failure().orElseThrow().kind()).isEqualTo(Failure.NOT_FINITE);
    }

    @Test
    void recordedAnswersAreReadBackAlike() {
        var exchange = new TextVectors();
        for (TextVector answer : exchange.perform(MODEL, List.of(List.of("soup", "the bus")), Attempts.free())) {
            TextVector read = exchange.decode(exchange.encode(answer));
            assertThat(read.direction().values()).isEqualTo(answer.direction().values());
        }
        TextVector failed = TextVector.failed("blank text", "why");
        assertThat(exchange.decode(exchange.encode(failed)).failure()).isEqualTo(failed.failure());
        assertThat(exchange.request(MODEL, List.of("soup", "bus")))
                .hasToString("{\"model\":\"bag of [soup, bread, bus, was, sister]\",\"pieces\":[\"soup\",\"bus\"]}");
    }

    @Test
    void textsShareTheTokensOfTheirBatch() {
        var settled = new ArrayList<Tokens>();
        Attempts attempts = new Noting(settled);
        new TextVectors().perform(MODEL, List.of(List.of("a bus"), List.of("a"), List.of("soup")), attempts);
        assertThat(settled).hasSize(3);
        assertThat(settled.stream().mapToLong(Tokens::input).sum()).isEqualTo(4);
        for (int i = 0; i < 3; i++) {
            assertThat(settled.get(i).input())
                    .isLessThanOrEqualTo(
                            new TextVectors().worst(MODEL, List.of("a bus")).input());
        }
    }

    @Test
    void textsShareTheTokensOfTheirBatchAsThoseOfAnEmbeddingDo() {
        var settled = new ArrayList<Tokens>();
        var two = List.of("The soup was cold.", "The bus was late.");
        var pieces = List.of(two, List.of("a"), List.of("soup and bread"));
        new TextVectors().perform(MODEL, pieces, new Noting(settled));
        var whole = pieces.stream().map(text -> String.join("", text)).toList();
        var told = MODEL.embedAll(pieces.stream()
                        .flatMap(List::stream)
                        .map(TextSegment::from)
                        .toList())
                .tokenUsage();
        assertThat(settled).isEqualTo(EmbeddingExchange.shared(whole, told));
    }

    @Test
    void refusesAnchorsThatLeadNowhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> between("soup", "soup soup"))
                .withMessageContaining("lie in one place");
        assertThatIllegalArgumentException().isThrownBy(() -> Anchors.near(List.of(), MODEL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Anchors.near(List.of("soup", " "), MODEL))
                .withMessageContaining("none blank");
    }

    private static Anchors between(String away, String towards) {
        return Anchors.between(List.of(away), List.of(towards), MODEL);
    }

    private record Broken(RuntimeException fault) implements EmbeddingModel {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
            throw fault;
        }
    }

    private record Zero() implements EmbeddingModel {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
            return Response.from(List.of(Embedding.from(new float[3])));
        }
    }

    private record Noting(List<Tokens> settled) implements Attempts, Attempt {
        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public Attempt begin(int from, int to) {
            return this;
        }

        @Override
        public void settle(int request, Tokens tokens) {
            settled.add(tokens);
        }

        @Override
        public void close() {}
    }
}
