package dev.elm4j.sandbox;

import dev.elm4j.sandbox.host.Launch;
import dev.elm4j.sandbox.host.LostWorker;
import dev.elm4j.sandbox.host.LostWorker.Why;
import dev.elm4j.sandbox.host.Room;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which tiers isolate here, and why others do not, as found out a while ago. Thread safe. */
final class Memory {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Duration WORTH_REMEMBERING = Duration.ofSeconds(1);

    /** A tier, started with these languages and libraries. */
    record Question(Tier tier, Launch launch) {}

    /** An empty reason for a tier that isolates. */
    private record Answer(String refusal, long at) {}

    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();

    private Optional<String> answer(Question question) {
        Answer answer = answers.get(question);
        return answer != null && System.nanoTime() - answer.at() < REMEMBERED.toNanos()
                ? Optional.of(answer.refusal())
                : Optional.empty();
    }

    /** Whether it was found to isolate. */
    boolean isolates(Question question) {
        return answer(question).filter(String::isEmpty).isPresent();
    }

    /** Why it was refused, and how long ago; empty if it was not, or nothing is remembered. */
    Optional<String> refusal(Question question) {
        return answer(question).filter(reason -> !reason.isEmpty()).map(reason -> "%s (found %d min ago)"
                .formatted(reason, age(question).toMinutes()));
    }

    private Duration age(Question question) {
        return Duration.ofNanos(System.nanoTime() - answers.get(question).at());
    }

    void forget(Question question) {
        answers.remove(question);
    }

    void isolated(Question question) {
        answers.put(question, new Answer("", System.nanoTime()));
    }

    /**
     * What was true of this tier may be so no more; of others it is. A refusal that came at once is found again as fast, one
     * by a deadline may be of a loaded machine, and room may be made in a full file system: those are not kept.
     *
     * @param took how long it was until then
     */
    void refused(Question question, LostWorker refused, Duration took) {
        answers.remove(question);
        boolean passing = refused.why() == Why.DEADLINE || Room.lacks(refused.getMessage());
        if (!passing && took.compareTo(WORTH_REMEMBERING) > 0) {
            answers.put(question, new Answer(refused.getMessage(), System.nanoTime()));
        }
    }
}
