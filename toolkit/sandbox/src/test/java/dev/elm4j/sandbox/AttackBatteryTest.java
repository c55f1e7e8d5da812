package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The attacks of {@code attacks}, in every tier that this machine offers; all in each where {@code ELM4J_LONG} is set. Otherwise
 * the process tiers try a chosen few, and in Python every third of the others, bubblewrap the chosen, and the three slow tiers
 * a third of the chosen each, another one each. A tier that is not offered is named with its reason.
 *
 * <p>{@code -Delm4j.attacks=regex} keeps those whose names match, {@code -Delm4j.chosen=true} the chosen.
 */
class AttackBatteryTest {

    private static final boolean LONG = System.getenv("ELM4J_LONG") != null;
    private static final String ALL = ".*";
    private static final String NAMES = System.getProperty("elm4j.attacks", ALL);
    private static final String SECRET = "canary-" + "4f1b0c7d93";

    @TestFactory
    Stream<DynamicNode> everyAttackIsShutInAndTheNextProgramGetsItsRightAnswer() {
        return OfferedTier.each(tier ->
                dynamicContainer(tier.words(), Stream.of(Language.values()).flatMap(language -> new Battery(
                                tier, language, attacks(tier, language))
                        .tests())));
    }

    private static List<Attack> attacks(Tier tier, Language language) {
        List<Attack> named = Attack.all(language).stream()
                .filter(attack -> attack.name().matches(NAMES))
                .toList();
        if (LONG) {
            return named;
        }
        boolean more = tier.compareTo(Tier.SEPARATED_PROCESS) >= 0
                && language == Language.PYTHON
                && !Boolean.getBoolean("elm4j.chosen");
        List<Attack> chosen = IntStream.range(0, named.size())
                .filter(i -> named.get(i).chosen() || more && (i % 3 == 0 || !NAMES.equals(ALL)))
                .mapToObj(named::get)
                .toList();
        return tier.compareTo(Tier.BUBBLEWRAP) >= 0 ? chosen : third(chosen, tier.ordinal() % 3);
    }

    /** The slow tiers share the chosen attacks among them. */
    private static List<Attack> third(List<Attack> attacks, int number) {
        return IntStream.range(0, attacks.size())
                .filter(i -> i % 3 == number)
                .mapToObj(attacks::get)
                .toList();
    }

    /** All attacks in one language, one after the other on a thread of their own; each test waits for its own. */
    private record Battery(Tier tier, Language language, List<Attack> attacks) {

        Stream<DynamicNode> tests() {
            Map<Attack, CompletableFuture<List<String>>> answers = new LinkedHashMap<>();
            attacks.forEach(attack -> answers.put(attack, new CompletableFuture<>()));
            var finished = CompletableFuture.runAsync(() -> run(answers), THREADS);
            List<DynamicNode> tests = new ArrayList<>();
            answers.forEach((attack, answer) -> tests.add(dynamicTest(
                    attack.name(),
                    () -> assertThat(answer.join()).as("%s in %s", attack, tier).isEmpty())));
            tests.add(dynamicTest(language.word() + ": the sandbox closes", finished::join));
            return tests.stream();
        }

        private void run(Map<Attack, CompletableFuture<List<String>>> answers) {
            try (var bait = AttackBait.lay(SECRET);
                    var sandbox =
                            Sandbox.open(SandboxSettings.exactly(tier).slots(1).languages(language))) {
                var neighbour = new Neighbour(sandbox, language, 20261127);
                assertThat(neighbour.complaint()).isEmpty();
                var trial = new AttackTrial(sandbox, neighbour, bait, SECRET);
                for (var each : answers.entrySet()) {
                    each.getValue().complete(trial.complaints(each.getKey()));
                }
            } catch (InterruptedException | IOException | RuntimeException | AssertionError fault) {
                answers.values().forEach(answer -> answer.completeExceptionally(fault));
                throw new CompletionException(fault);
            }
        }
    }

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "attacks");
        thread.setDaemon(true);
        return thread;
    });

    @Test
    void thereAreEnoughAttacksAndAChosenFewOfEachLanguage() {
        for (Language language : Language.values()) {
            assertThat(Attack.all(language)).as(language.word()).hasSizeGreaterThan(150);
            assertThat(Attack.all(language)).filteredOn(Attack::chosen).hasSizeBetween(20, 40);
        }
    }
}
