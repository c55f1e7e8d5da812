package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * What happens around programs: supervisors that are killed, containers that are removed, one hostile program after the
 * other. No answer is wrong, and nothing is left. Where {@code ELM4J_LONG} is set, the long form.
 */
class FaultsTest {

    private static final boolean LONG = System.getenv("ELM4J_LONG") != null;
    private static final String SECRET = "canary-" + "77aa02c19e";
    /** Threads and descriptors that the virtual machine may add by itself meanwhile. */
    private static final int SLACK = 6;

    @TestFactory
    Stream<DynamicNode> aSupervisorKilledAtARandomMomentCostsNoAnswer() {
        return OfferedTier.each(tier -> dynamicTest(tier.words(), () -> {
            var random = new SplittableRandom(20261127);
            try (var sandbox =
                    Sandbox.open(SandboxSettings.exactly(tier).slots(1).languages(Language.PYTHON))) {
                var neighbour = new Neighbour(sandbox, Language.PYTHON, 7);
                assertThat(neighbour.complaint()).isEmpty();
                int hit = 0;
                for (int i = 0; i < kills(tier); i++) {
                    var answer = CompletableFuture.supplyAsync(() -> complaint(neighbour));
                    Thread.sleep(0, random.nextInt(1_000_000)); // the moment of the fault, not a wait for something
                    hit += Kills.one(tier, random.nextInt(100)) ? 1 : 0;
                    assertThat(answer.get(120, TimeUnit.SECONDS))
                            .as("kill %d", i)
                            .isEmpty();
                }
                assertThat(hit).as("kills that met a supervisor").isPositive();
            }
        }));
    }

    /** Where a supervisor takes seconds to start, fewer. */
    private static int kills(Tier tier) {
        return LONG ? 200 : tier.isAtLeast(Tier.CONTAINER) ? 5 : 15;
    }

    @TestFactory
    Stream<DynamicNode> oneHostileProgramInTenCostsNoAnswerAndNothingLeaks() {
        return OfferedTier.each(tier -> dynamicTest(tier.words(), () -> {
            int evaluations = LONG ? 10_000 : tier.isAtLeast(Tier.BUBBLEWRAP) ? 60 : 200;
            Counts before = Counts.now();
            try (var bait = AttackBait.lay(SECRET);
                    var sandbox =
                            Sandbox.open(SandboxSettings.exactly(tier).slots(1).languages(Language.PYTHON))) {
                mix(sandbox, bait, evaluations / 10);
                Counts warm = Counts.now();
                mix(sandbox, bait, evaluations - evaluations / 10);
                assertThat(Counts.now().overAtWork(warm, SLACK))
                        .as("while it ran")
                        .isEmpty();
            }
            Counts.awaitChildren(before.processes());
            assertThat(Counts.now().over(before, SLACK))
                    .as("after it was closed")
                    .isEmpty();
        }));
    }

    private static void mix(Sandbox sandbox, AttackBait bait, int evaluations)
            throws InterruptedException, IOException {
        var neighbour = new Neighbour(sandbox, Language.PYTHON, evaluations);
        List<Attack> attacks = quick();
        var random = new SplittableRandom(evaluations);
        Map<String, Object> told = bait.told();
        for (int i = 0; i < evaluations; i++) {
            if (i % 10 == 9) {
                Attack attack = attacks.get(random.nextInt(attacks.size()));
                ProgramResult result = sandbox.run(ProgramRequest.of(attack.program(), told)
                        .limits(attack.limits())
                        .guard(GuardLevel.OFF));
                assertThat(result.status()).as(attack.name()).isIn(attack.honest());
            } else {
                assertThat(neighbour.complaint()).isEmpty();
            }
        }
        assertThat(bait.harm()).isEmpty();
    }

    /** Those that end soon by themselves. */
    private static List<Attack> quick() {
        var quick = new ArrayList<Attack>();
        for (Attack attack : Attack.all(Language.PYTHON)) {
            boolean slow = attack.honest().contains(ProgramStatus.TIMEOUT)
                    || attack.limits().memoryMb() != 512;
            if (!slow && attack.limits().cpu().compareTo(Duration.ofSeconds(1)) <= 0) {
                quick.add(attack);
            }
        }
        assertThat(quick).hasSizeGreaterThan(50);
        return quick;
    }

    private static String complaint(Neighbour neighbour) {
        try {
            return neighbour.complaint();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
