package dev.elm4j.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elm4j.sandbox.host.LostWorker;
import dev.elm4j.sandbox.host.LostWorker.Why;
import dev.elm4j.sandbox.host.Worker;
import java.time.Duration;

/** A program of ours that every sound worker answers at once: it tells a sandbox that fails from a program that fells it. */
final class Control {

    private static final String WORD = "sound";
    private static final Duration WALL = Duration.ofSeconds(5);

    private Control() {}

    /**
     * Returns when the worker gave the right answer.
     *
     * @param lost the request with which the workers before were lost; its patience is not exceeded
     * @throws LostWorker if it gave another one, or none in time
     */
    static void check(Worker worker, ProgramRequest lost, Choice choice) throws LostWorker, InterruptedException {
        Limits limits = Limits.usual().cpu(Duration.ofMillis(500)).wall(WALL);
        ProgramRequest request =
                ProgramRequest.of(echo(lost.program().language()), WORD).limits(limits);
        Duration own = choice.deadline(limits);
        Duration longest = choice.deadline(lost.limits());
        JsonNode answer = worker.call(Wire.encode(request), own.compareTo(longest) < 0 ? own : longest);
        ProgramResult result;
        try {
            result = Wire.decode(answer, 1, choice.tier(), 0);
        } catch (IllegalArgumentException noAnswer) {
            throw new LostWorker(Why.WRONG_BYTES, noAnswer.getMessage());
        }
        if (!WORD.equals(result.value())) {
            throw new LostWorker(Why.WRONG_BYTES, "a program that echoes a word came to %s".formatted(result.status()));
        }
    }

    private static Program echo(Language language) {
        return switch (language) {
            case PYTHON -> Program.python("def run(word):\n    return word", "run");
            case JAVA -> Program.java("class Echo { static String run(String word) { return word; } }", "run");
        };
    }
}
