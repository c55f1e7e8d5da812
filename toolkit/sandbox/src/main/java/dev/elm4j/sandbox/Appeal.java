package dev.elm4j.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * One request in one slot, judged by the time that its program really had a processor, where the clock inside counts waiting
 * for one too (gVisor's). That clock only ever counts more, so what stays within its limit stands. What it ends, while this
 * machine's kernel says that a good part of the time was waiting, is run again with a limit inside that is longer by as much;
 * and then the kernel's word decides, also against a value that came.
 *
 * <p>So a loaded machine gives the verdicts of an idle one, but for programs between three quarters of their limit and one and
 * a half times as much, which may fall on either side. What is counted errs towards the program, measured by 5 to 30 %:
 * gVisor's clock misses ticks, and threads beside the program's own wait too. The time that gVisor itself needs for a
 * program's system calls belongs to the program, in the same proportion. The wall time holds for all runs together.
 */
final class Appeal {

    /** Below this, the machine was loaded. */
    private static final double CLEARLY = 0.75;

    /** The load may rise. */
    private static final double MARGIN = 1.25;

    private static final Duration LONGEST = Duration.ofHours(1);
    static final String COMPILER_ENDED = "the compiler was ended: CPU time over";

    private final Slots slots;
    private final Slot slot;
    private final Choice choice;
    private final ProgramRequest request;
    private double stretch = 1;
    private double spent;
    private double total;

    Appeal(Slots slots, Slot slot, Choice choice, ProgramRequest request) {
        this.slots = slots;
        this.slot = slot;
        this.choice = choice;
        this.request = request;
    }

    /** The result, whatever happens; {@code json} is the request on the wire, whose limits are changed. */
    ProgramResult run(ObjectNode json) throws InterruptedException {
        while (true) {
            Limits limits = limits();
            json.set("limits", Wire.encode(limits));
            var trial = new Trial(slots, slot, choice, request.limits(limits));
            ProgramResult result = trial.run(json);
            spent(result);
            if (trial.share() >= CLEARLY / stretch || !endedByCpu(result, limits) || left() < 1) {
                return new FairTime(request.limits(), trial.share(), stretch > 1).of(result, total);
            }
            stretch = Math.max(2 * stretch, MARGIN / trial.share());
        }
    }

    private void spent(ProgramResult result) {
        Timings timings = result.timings();
        spent += timings.run() + (result.status() == ProgramStatus.COMPILE_LIMIT ? timings.compile() : 0);
        total += timings.total();
    }

    /** Of the next run: more time for what the clock inside counts, and of the wall time what is left. */
    private Limits limits() {
        Limits limits = request.limits();
        if (stretch == 1) {
            return limits;
        }
        return limits.cpu(stretched(limits.cpu()))
                .compile(stretched(limits.compile()))
                .wall(Duration.ofMillis((long) left()));
    }

    private Duration stretched(Duration limit) {
        var longer = Duration.ofMillis((long) (limit.toMillis() * stretch));
        return longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    }

    /** Of the wall time, in milliseconds. */
    private double left() {
        return request.limits().wall().toMillis() - spent;
    }

    /** Details are not asked: those of many inputs may be cut. */
    private static boolean endedByCpu(ProgramResult result, Limits limits) {
        if (result.status() == ProgramStatus.COMPILE_LIMIT) {
            return result.detail().startsWith(COMPILER_ENDED);
        }
        return result.outcomes().stream().anyMatch(outcome -> outcome.status() == ProgramStatus.TIMEOUT)
                && result.timings().cpu() >= 0.9 * limits.cpu().toMillis();
    }
}
