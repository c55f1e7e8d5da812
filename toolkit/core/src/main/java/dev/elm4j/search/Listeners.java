package dev.elm4j.search;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who watch a run. One that throws is dropped, and the fault is kept for the report. */
final class Listeners<S> {

    private final List<SearchListener<? super S>> list = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    void add(SearchListener<? super S> listener) {
        list.add(listener);
    }

    @SuppressWarnings("unchecked") // a listener only reads, so one for a supertype of S may be given what S gives
    void tell(Consumer<SearchListener<S>> event) {
        for (SearchListener<? super S> listener : list) {
            try {
                event.accept((SearchListener<S>) listener);
            } catch (Throwable fault) { // whatever it is, a run must not hang for who watches it
                list.remove(listener);
                faults.add(" A listener was dropped because it threw %s.".formatted(fault));
            }
        }
    }

    /** What was dropped since this was asked last, as sentences; empty if nothing was. */
    String takeFaults() {
        String all = String.join("", faults);
        faults.clear();
        return all;
    }
}
