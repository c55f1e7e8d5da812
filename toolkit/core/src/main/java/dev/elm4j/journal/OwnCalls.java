package dev.elm4j.journal;

import dev.elm4j.environment.Streams.Step;
import dev.elm4j.search.CallKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Where a run's own calls are in its cassette, as far as somebody may ask for them again. One thread at a time. */
final class OwnCalls {

    private record Asker(Step step, long number) {}

    private record Place(int call, long print, long offset) {}

    private final Map<Asker, List<Place>> places = new HashMap<>();

    void add(CallKey key, String hash, long offset) {
        places.computeIfAbsent(new Asker(key.step(), key.number()), asker -> new ArrayList<>(1))
                .add(new Place(key.call(), Canonical.print(hash), offset));
    }

    /** The last call at this place of the run with this request. */
    OptionalLong find(CallKey key, String hash) {
        long print = Canonical.print(hash);
        return places.getOrDefault(new Asker(key.step(), key.number()), List.of()).stream()
                .filter(place -> place.call() == key.call() && place.print() == print)
                .mapToLong(Place::offset)
                .reduce((earlier, later) -> later);
    }

    /** A committed candidate asks no more. */
    void forget(long candidate) {
        places.remove(new Asker(Step.PROPOSE, candidate));
        places.remove(new Asker(Step.EVALUATE, candidate));
    }

    /** How many candidates have calls in it. */
    int size() {
        return places.size();
    }
}
