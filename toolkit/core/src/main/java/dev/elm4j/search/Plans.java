package dev.elm4j.search;

import dev.elm4j.search.PlannedBatch.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The plans that are drawn ahead of the commits. Committing batch {@code b} draws the plan of batch {@code b + window} from
 * the archive as it is right then, so that neither threads nor the way a run is cut into several {@code run} calls changes
 * it. Used under the run's lock.
 */
final class Plans<S> {

    private final Setup<S> setup;
    private final Planner<S> planner;
    private final Book<S> book;
    private final int seeds;
    /** Empty until a {@code run} or a batch by hand fills it. */
    private final Deque<PlannedBatch<S>> pending = new ArrayDeque<>();

    Plans(Setup<S> setup, Planner<S> planner, Book<S> book) {
        this.setup = setup;
        this.planner = planner;
        this.book = book;
        this.seeds = planner.seeds().size();
    }

    /** The plans that may be worked on now, in order: as many as the window holds. */
    List<PlannedBatch<S>> ahead() {
        fill();
        return List.copyOf(pending);
    }

    /** The plan that is to be committed next. */
    PlannedBatch<S> first() {
        fill();
        return pending.getFirst();
    }

    /** The first plan is committed; draws the one that this makes room for. */
    void committed() {
        pending.removeFirst();
        fill();
    }

    /** A batch of {@code size} from the archive as it is now, in place of all pending plans. */
    PlannedBatch<S> drawn(int size) {
        return planner.draw(new Place(book.nextBatch(), book.next(), size, Origin.ASK), List.of());
    }

    /** What a person brings while nothing is under way, in place of all pending plans. */
    PlannedBatch<S> injected(S solution, Injection injection) {
        return PlannedBatch.injected(book.nextBatch(), book.next(), Origin.INJECT, solution, injection);
    }

    /** What a person brings, behind the pending plans and the environment's seeds. */
    PlannedBatch<S> queue(S solution, Injection injection) {
        return append(PlannedBatch.injected(nextBatch(), next(), Origin.QUEUED, solution, injection));
    }

    /** What a person brought, at the place that it had then: the plans before it are those that were pending. */
    PlannedBatch<S> queueAgain(QueuedInjection<S> queued) {
        while (nextBatch() < queued.batch()) {
            add();
        }
        return queue(queued.solution(), queued.injection());
    }

    /** Whether the environment's seeds are all committed; before that, what a person brings waits behind them. */
    boolean seedsAreThrough() {
        return book.next() >= seeds;
    }

    /** Forgets the plans that a batch by hand has outdated; what a person has queued moves up behind it. */
    void drop() {
        List<PlannedBatch<S>> queued =
                pending.stream().filter(plan -> plan.origin() == Origin.QUEUED).toList();
        pending.clear();
        queued.forEach(this::append);
        fill(); // now, so that the moment follows from the journal
    }

    private PlannedBatch<S> append(PlannedBatch<S> queued) {
        while (next() < seeds) {
            add();
        }
        PlannedBatch<S> placed = queued.at(nextBatch(), next());
        pending.add(placed);
        return placed;
    }

    private void fill() {
        while (pending.size() < setup.window()) {
            add();
        }
    }

    private void add() {
        pending.add(planner.draw(new Place(nextBatch(), next(), setup.batch(), Origin.RUN), pending));
    }

    private long nextBatch() {
        return pending.isEmpty() ? book.nextBatch() : pending.getLast().number() + 1;
    }

    /** Number after that of the last planned candidate. */
    long next() {
        return pending.isEmpty() ? book.next() : pending.getLast().end();
    }
}
