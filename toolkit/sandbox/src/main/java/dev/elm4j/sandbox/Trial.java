package dev.elm4j.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.sandbox.host.LostWorker;
import dev.elm4j.sandbox.host.LostWorker.Why;
import dev.elm4j.sandbox.host.Worker;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * One request in one slot. A worker that is lost with it is replaced and the request tried once more: a program that loses
 * two is to blame, unless workers do not start any more.
 */
final class Trial {

    private static final int MOST_EVALUATIONS = 2_000;

    private final Slots slots;
    private final Slot slot;
    private final Choice choice;
    private final ProgramRequest request;
    private final long start = System.nanoTime();
    private double share = 1;

    Trial(Slots slots, Slot slot, Choice choice, ProgramRequest request) {
        this.slots = slots;
        this.slot = slot;
        this.choice = choice;
        this.request = request;
    }

    /** The result, whatever happens; {@code json} is the request on the wire. */
    ProgramResult run(ObjectNode json) throws InterruptedException {
        try {
            ProgramResult first = attempt(json);
            return first.status().isInfrastructure() ? attempt(json) : first;
        } catch (LostWorker lost) {
            return lost.why() == Why.START ? failure(ProgramStatus.SANDBOX_ERROR, lost) : again(json, lost);
        }
    }

    /** That of {@link Worker#share}, in the attempt that was answered. */
    double share() {
        return share;
    }

    private ProgramResult again(ObjectNode json, LostWorker first) throws InterruptedException {
        try {
            return attempt(json);
        } catch (LostWorker second) {
            try {
                slot.worker();
            } catch (LostWorker noMore) {
                return failure(ProgramStatus.SANDBOX_ERROR, noMore);
            }
            return failure(status(first.why(), second.why()), second);
        }
    }

    /** Silence is nobody's fault for sure: the program may not even have begun. */
    private static ProgramStatus status(Why first, Why second) {
        if (first == Why.DEADLINE) {
            return ProgramStatus.SANDBOX_ERROR;
        }
        return switch (second) {
            case START, DEADLINE -> ProgramStatus.SANDBOX_ERROR;
            case ENDED -> ProgramStatus.CRASH;
            case WRONG_BYTES -> ProgramStatus.PROTOCOL;
        };
    }

    private ProgramResult attempt(ObjectNode json) throws LostWorker, InterruptedException {
        boolean kept = false;
        try {
            Worker worker = slot.worker();
            JsonNode answer = worker.call(json, deadline());
            share = worker.share();
            ProgramResult result = result(answer);
            kept = answer.path("dirty").isEmpty()
                    && !result.status().isInfrastructure()
                    && slot.count() < MOST_EVALUATIONS;
            return result;
        } catch (LostWorker lost) {
            slots.checkOpen(); // closing is why it was lost
            throw lost;
        } catch (IllegalArgumentException tooLarge) {
            kept = true; // nothing was sent
            throw tooLarge;
        } finally {
            if (!kept) {
                slot.renew();
            }
        }
    }

    private ProgramResult result(JsonNode answer) throws LostWorker {
        try {
            return Wire.decode(answer, request.inputs().size(), choice.tier(), elapsed());
        } catch (IllegalArgumentException noAnswer) {
            throw new LostWorker(Why.WRONG_BYTES, noAnswer.getMessage());
        }
    }

    private Duration deadline() {
        Limits limits = request.limits();
        return limits.wall().plus(limits.compile()).plus(choice.grace());
    }

    private ProgramResult failure(ProgramStatus status, LostWorker lost) {
        String detail = lost.getMessage();
        return new ProgramResult(
                status,
                detail,
                Collections.nCopies(request.inputs().size(), new Outcome(status, null, detail, 0)),
                "",
                "",
                false,
                new Timings(0, 0, 0, 0, elapsed()),
                List.of(),
                choice.tier());
    }

    private double elapsed() {
        return (System.nanoTime() - start) / 1e6;
    }
}
