package dev.elm4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.sandbox.host.Launch;
import dev.elm4j.sandbox.host.LostWorker;
import dev.elm4j.sandbox.host.LostWorker.Why;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final Launch PYTHON = new Launch(Set.of("python"), false);
    private static final Memory.Question ONE = new Memory.Question(Tier.GVISOR, PYTHON);
    private static final Memory.Question OTHER = new Memory.Question(Tier.BUBBLEWRAP, PYTHON);
    private static final Duration LONG = Duration.ofSeconds(5);

    private final Memory memory = new Memory();

    @Test
    void aRefusalForgetsWhatIsKnownOfThatTierOnly() {
        memory.isolated(ONE);
        memory.isolated(OTHER);
        memory.refused(ONE, new LostWorker(Why.START, "gone"), LONG);
        assertThat(memory.isolates(ONE)).isFalse();
        assertThat(memory.refusal(ONE)).contains("gone (found 0 min ago)");
        assertThat(memory.isolates(OTHER)).isTrue();
        assertThat(memory.refusal(OTHER)).isEmpty();
    }

    @Test
    void aRefusalForWantOfRoomIsTriedAgainSinceRoomMayBeMade() {
        memory.refused(ONE, new LostWorker(Why.START, "no room in /var/tmp: No space left on device"), LONG);
        assertThat(memory.refusal(ONE)).isEmpty();
    }

    @Test
    void aRefusalByADeadlineOrOneThatCameAtOnceIsTriedAgain() {
        memory.isolated(ONE);
        memory.refused(ONE, new LostWorker(Why.DEADLINE, "no answer within 60 s"), Duration.ofMinutes(1));
        memory.refused(OTHER, new LostWorker(Why.START, "no daemon"), Duration.ofMillis(3));
        assertThat(memory.isolates(ONE)).isFalse();
        assertThat(memory.refusal(ONE)).isEmpty();
        assertThat(memory.refusal(OTHER)).isEmpty();
    }
}
