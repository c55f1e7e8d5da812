package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.elm4j.sandbox.host.Launch;
import dev.elm4j.sandbox.host.LostWorker;
import dev.elm4j.sandbox.host.LostWorker.Why;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningTest {

    @Test
    void theStrongestTierIsChosenAndThoseAboveItAreNamedWithTheirReasons() throws Exception {
        try (Sandbox sandbox = Sandbox.open(SandboxSettings.usual().slots(1).languages(Language.PYTHON))) {
            assertThat(sandbox.choice()).startsWith(sandbox.tier().words()).hasSizeLessThanOrEqualTo(400);
            for (Tier tier : Tier.values()) {
                if (tier != sandbox.tier() && tier.isAtLeast(sandbox.tier())) {
                    assertThat(sandbox.choice()).contains("; " + Ways.of(tier).word() + ": ");
                }
            }
            System.out.println("Sandbox.open() here: " + sandbox.choice());
        }
    }

    @Test
    void aTierThatIsNotOfferedIsRefusedWithItsReasonAndWhatToInstall() {
        // As root there is no plain user's tier, as a plain user none with user ids: one of the two is missing
        // anywhere.
        Tier missing = System.getProperty("user.name").equals("root") ? Tier.PROCESS : Tier.SEPARATED_PROCESS;
        assertThatIllegalStateException()
                .isThrownBy(() -> Sandbox.open(SandboxSettings.exactly(missing)))
                .withMessageContaining("no tier that is exactly \"" + missing.words() + "\" isolates programs here")
                .withMessageContaining("root")
                .withMessageContaining("choice() says which");
    }

    @Test
    void whatWasLackingAWhileAgoIsTriedAgainBeforeNothingIsOffered() throws Exception {
        Tier there = System.getProperty("user.name").equals("root") ? Tier.SEPARATED_PROCESS : Tier.PROCESS;
        var memory = new Memory();
        var launch = new Launch(Set.of(Language.PYTHON.word()), false);
        memory.refused(
                new Memory.Question(there, launch), new LostWorker(Why.START, "it hangs"), Duration.ofMinutes(1));
        var settings = SandboxSettings.exactly(there).slots(1).languages(Language.PYTHON);
        try (Sandbox sandbox = Opening.open(settings, memory)) {
            assertThat(sandbox.choice()).isEqualTo(there.words());
        }
    }

    @Test
    void reasonsAreCutSoThatTheLineStaysShort() {
        var refusals = new EnumMap<Tier, String>(Tier.class);
        for (Tier tier : Tier.values()) {
            refusals.put(tier, "because\n" + "of this and that ".repeat(50));
        }
        String line = new Choice(Tier.PROCESS, refusals, Duration.ZERO).line();
        assertThat(line).hasSizeLessThanOrEqualTo(400).doesNotContain("\n").contains("gVisor: because of");
        assertThat(new Choice(Tier.GVISOR, Map.of(), Duration.ZERO).line()).isEqualTo("gVisor without Docker");
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SandboxSettings.usual().slots(0))
                .withMessage("slots must be between 1 and 64, but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SandboxSettings(Tier.GVISOR, Tier.GVISOR, 1, Set.of(), false))
                .withMessageContaining("languages must name at least one");
        SandboxSettings usual = SandboxSettings.usual();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SandboxSettings(Tier.PROCESS, Tier.GVISOR, 1, usual.languages(), false))
                .withMessageContaining("strongest must be as strong as weakest");
    }

    @Test
    void tiersAreInTheOrderOfTheirStrength() {
        assertThat(Tier.GVISOR.isAtLeast(Tier.GVISOR)).isTrue();
        assertThat(Tier.GVISOR.isAtLeast(Tier.PROCESS)).isTrue();
        assertThat(Tier.PROCESS.isAtLeast(Tier.GVISOR)).isFalse();
    }
}
