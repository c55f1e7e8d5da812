package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.elm4j.environment.Attempt;
import dev.elm4j.environment.BudgetExhausted;
import dev.elm4j.environment.Pricing;
import dev.elm4j.environment.Tokens;
import dev.elm4j.environment.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The money of a run, under random work: no cap is passed, every attempt counts once, nobody is left waiting. */
class WalletTest {

    private static final Duration HANG = Duration.ofSeconds(20);
    private static final BooleanSupplier GOING_ON = () -> false;

    /** What happened, counted on the side. */
    private final List<Usage> accounted = new ArrayList<>();

    private final AtomicBoolean cancelled = new AtomicBoolean();

    private static Wallet wallet(Budget budget, Pricing pricing) {
        return new Wallet(budget, pricing, Tape.none(), 4);
    }

    private static Usage calls(long calls) {
        return new Usage(calls, 0, 0);
    }

    private static Budget budget(SplittableRandom random) {
        Budget budget = Budget.unlimited();
        budget = random.nextBoolean() ? budget.calls(random.nextInt(1, 120)) : budget;
        budget = random.nextBoolean() ? budget.tokens(random.nextInt(1, 20_000)) : budget;
        return random.nextBoolean() ? budget.usd(random.nextInt(1, 1_000) / 1e6) : budget;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 16})
    void whateverHappensNoCapIsPassedAndEveryAttemptCountsOnce(int threads) {
        for (int round = 0; round < 60; round++) {
            var random = new SplittableRandom(20261127 + 100L * threads + round);
            Budget budget = budget(random);
            long in = random.nextInt(20);
            long out = random.nextInt(60);
            var wallet =
                    wallet(budget, (model, tokens) -> OptionalLong.of(in * tokens.input() + out * tokens.output()));
            cancelled.set(false);
            accounted.clear();
            boolean isToBeCancelled = random.nextInt(5) == 0;
            assertTimeoutPreemptively(HANG, () -> work(wallet, random, threads, isToBeCancelled));
            Usage all = accounted.stream().reduce(Usage.NONE, Usage::plus);
            assertThat(wallet.settled()).isEqualTo(all);
            assertThat(wallet.reserved()).isEqualTo(Usage.NONE);
            assertThat(wallet.caps().hold(wallet.settled())).isTrue();
        }
    }

    private void work(Wallet wallet, SplittableRandom random, int threads, boolean isToBeCancelled) throws Exception {
        try (var pool = new Pool(threads)) {
            var works = new ArrayList<Future<?>>();
            int alike = random.nextInt(1, 3);
            for (int i = 0; i < 40; i++) {
                Purse purse = wallet.open(i / alike);
                SplittableRandom own = random.split();
                works.add(pool.submit(() -> batch(wallet, purse, own)));
            }
            cancelled.set(isToBeCancelled);
            for (Future<?> work : works) {
                work.get();
            }
        }
    }

    /** Some enquiries one after the other, as an operator makes them, until the budget or a stop ends it. */
    private Void batch(Wallet wallet, Purse purse, SplittableRandom random) {
        try (purse) {
            for (int enquiry = random.nextInt(6); enquiry > 0; enquiry--) {
                enquire(wallet, purse, random);
            }
            if (random.nextBoolean()) {
                purse.done();
            }
        } catch (BudgetExhausted | CancellationException end) {
            assertThat(purse.held().calls()).isZero();
        }
        return null;
    }

    private void enquire(Wallet wallet, Purse purse, SplittableRandom random) {
        var worst = new ArrayList<Tokens>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            worst.add(Tokens.of(random.nextInt(50), random.nextInt(200)));
        }
        var till = new Till(purse, "model", worst, cancelled::get);
        for (int tries = random.nextInt(1, 3); tries > 0; tries--) {
            Attempt attempt = till.begin(0, worst.size());
            synchronized (wallet) {
                assertThat(wallet.caps().hold(wallet.settled().plus(wallet.reserved())))
                        .isTrue();
            }
            use(purse, attempt, worst, random);
        }
    }

    /** Settles all, some or none; now and then it is not even closed. */
    private void use(Purse purse, Attempt attempt, List<Tokens> worst, SplittableRandom random) {
        boolean isForgotten = random.nextInt(20) == 0;
        for (int i = 0; i < worst.size(); i++) {
            boolean isSettled = !isForgotten && random.nextInt(4) > 0;
            Tokens most = worst.get(i);
            Tokens used =
                    isSettled ? Tokens.of(random.nextLong(most.input() + 1), random.nextLong(most.output() + 1)) : most;
            if (isSettled) {
                attempt.settle(i, used);
            }
            synchronized (accounted) {
                accounted.add(purse.priced("model", used));
            }
        }
        if (!isForgotten) {
            attempt.close();
            attempt.close(); // closing twice is closing once
        } else {
            throw new CancellationException("an exchange that lets go of its attempt");
        }
    }

    private record Pool(ExecutorService threads) implements AutoCloseable {
        Pool(int threads) {
            this(Executors.newFixedThreadPool(threads));
        }

        Future<?> submit(Callable<?> work) {
            return threads.submit(work);
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    /** A run, and what is done by hand beside it, may use the same number. */
    @Test
    void twoPursesOfOneNumberKeepTheirTurns() {
        var wallet = wallet(Budget.unlimited().calls(10), Pricing.UNKNOWN);
        Purse run = wallet.open(3);
        Purse hand = wallet.open(3);
        hand.close();
        assertTimeoutPreemptively(HANG, () -> {
            run.repeat(calls(10), GOING_ON);
            assertThatExceptionOfType(BudgetExhausted.class).isThrownBy(() -> run.repeat(calls(1), GOING_ON));
        });
    }

    /** A later batch that waits for its second attempt does not give back the first one meanwhile. */
    @Test
    void theFirstIsRefusedWhenAllWhoHoldSomethingWait() {
        var wallet = wallet(Budget.unlimited().calls(10), Pricing.UNKNOWN);
        Purse first = wallet.open(0);
        Purse later = wallet.open(1);
        first.done();
        assertTimeoutPreemptively(HANG, () -> {
            try (var pool = new Pool(1)) {
                var held = new CountDownLatch(1);
                Future<?> waiter = pool.submit(() -> {
                    try (later) {
                        later.reserve(calls(4), GOING_ON);
                        held.countDown();
                        later.reserve(calls(7), GOING_ON);
                    } catch (BudgetExhausted refused) {
                        return "refused";
                    }
                    return "not refused";
                });
                held.await();
                assertThatExceptionOfType(BudgetExhausted.class).isThrownBy(() -> first.reserve(calls(8), GOING_ON));
                assertThat(waiter.get()).isEqualTo("refused");
            }
        });
        assertThat(wallet.reserved()).isEqualTo(Usage.NONE);
        assertThat(wallet.settled().calls())
                .as("what was not closed counts in full")
                .isEqualTo(4);
    }

    @Test
    void whoIsStoppedDoesNotDeclareTheBudgetSpent() {
        var wallet = wallet(Budget.unlimited().calls(1), Pricing.UNKNOWN);
        Purse stopped = wallet.open(0);
        stopped.drop();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> stopped.reserve(calls(2), () -> true));
        Purse next = wallet.open(0);
        next.repeat(calls(1), GOING_ON);
        assertThat(wallet.settled().calls()).isEqualTo(1);
    }

    @Test
    void afterOneWasRefusedAllAreUntilTheNextVerb() {
        var wallet = wallet(Budget.unlimited().calls(5), Pricing.UNKNOWN);
        Purse first = wallet.open(0);
        Purse second = wallet.open(1);
        assertThatExceptionOfType(BudgetExhausted.class)
                .isThrownBy(() -> first.reserve(calls(6), GOING_ON))
                .withMessageContaining("budget of 5 model calls");
        first.close();
        assertThatExceptionOfType(BudgetExhausted.class).isThrownBy(() -> second.reserve(calls(1), GOING_ON));
        wallet.renew();
        second.repeat(calls(1), GOING_ON);
        assertThat(wallet.settled().calls()).isEqualTo(1);
    }

    @Test
    void aLaterBatchLeavesAloneWhatTheFirstMayNeed() {
        var wallet = wallet(Budget.unlimited().calls(10), Pricing.UNKNOWN);
        Purse first = wallet.open(0);
        first.repeat(calls(4), GOING_ON);
        first.done();
        first.close();
        Purse second = wallet.open(1);
        Purse third = wallet.open(2);
        third.repeat(calls(2), GOING_ON); // 4 + 2, and 4 that the second may need
        var looks = new int[1];
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> third.repeat(calls(1), () -> looks[0]++ > 0));
        second.repeat(calls(4), GOING_ON);
        assertThat(wallet.settled().calls()).isEqualTo(10);
    }

    @Test
    void aReplayThatGoesBeyondWaitsUntilTheBatchesBeforeDo() throws Exception {
        var wallet = wallet(Budget.unlimited().calls(10), Pricing.UNKNOWN);
        Purse first = wallet.open(0);
        Purse second = wallet.open(1);
        var looks = new int[1];
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> wallet.awaitEarlier(second, () -> looks[0]++ > 0));
        wallet.awaitEarlier(first, GOING_ON);
        wallet.awaitEarlier(second, GOING_ON);
        assertThat(second.isBeyond()).isTrue();
    }

    @Test
    void settlingTwiceOrWhatIsNotOfTheAttemptIsSaid() {
        var wallet = wallet(Budget.unlimited(), Pricing.UNKNOWN);
        var till =
                new Till(wallet.open(0), "model", List.of(Tokens.of(1, 1), Tokens.of(1, 1), Tokens.of(1, 1)), GOING_ON);
        try (Attempt attempt = till.begin(1, 3)) {
            attempt.settle(1, Tokens.NONE);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> attempt.settle(1, Tokens.NONE))
                    .withMessageContaining("settled already");
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> attempt.settle(0, Tokens.NONE))
                    .withMessageContaining("from 1 up to 2");
        }
        assertThat(wallet.settled()).isEqualTo(new Usage(2, 1, 1));
        assertThat(till.used(2)).isEqualTo(new Usage(1, 1, 1));
    }
}
