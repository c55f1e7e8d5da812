package dev.elm4j.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.sandbox.host.LostWorker;
import dev.elm4j.sandbox.host.LostWorker.Why;
import dev.elm4j.sandbox.host.Worker;
import java.util.Collections;
import java.util.List;

/**
 * One request in one slot. A worker that is lost with it is replaced and the request tried once more. A program that loses
 * two is to blame if the next worker is sound, as a program of ours tells; otherwise the sandbox is.
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
            return lost.why() == Why.START ? failure(ProgramStatus.SANDBOX_ERROR, lost.getMessage()) : again(json);
        }
    }

    /** That of {@link Worker#share}, in the attempt that was answered. */
    double share() {
        return share;
    }

    private ProgramResult again(ObjectNode json) throws InterruptedException {
        try {
            return attempt(json);
        } catch (LostWorker second) {
            try {
                control();
            } catch (LostWorker unsound) {
                return failure(ProgramStatus.SANDBOX_ERROR, unsound.getMessage());
            }
            return blame(second);
        }
    }

    /** Whether workers are sound at all. */
    private void control() throws LostWorker, InterruptedException {
        try {
            Control.check(slot.worker(), request, choice);
        } catch (LostWorker lost) {
            slots.checkOpen();
            slot.renew();
            throw lost;
        }
    }

    private ProgramResult blame(LostWorker second) {
        ProgramStatus status =
                switch (second.why()) {
                    case START -> ProgramStatus.SANDBOX_ERROR; // the program was tried but once
                    case DEADLINE -> ProgramStatus.TIMEOUT;
                    case ENDED -> ProgramStatus.CRASH;
                    case WRONG_BYTES -> ProgramStatus.PROTOCOL;
                };
        return failure(status, second.getMessage() + "; so did the worker before, and the next one answered at once");
    }

    private ProgramResult attempt(ObjectNode json) throws LostWorker, InterruptedException {
        boolean kept = false;
        try {
            Worker worker = slot.worker();
            JsonNode answer = worker.call(json, choice.deadline(request.limits()));
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

    private ProgramResult failure(ProgramStatus status, String detail) {
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
