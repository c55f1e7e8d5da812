package dev.elm4j.search;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** The first commits of a run as a list that reads each from the recorder when it is asked for. */
final class RecordedCommits<S> extends AbstractList<Commit<S>> implements RandomAccess {

    private final Recorder<S> recorder;
    private final int size;

    RecordedCommits(Recorder<S> recorder, int size) {
        this.recorder = recorder;
        this.size = size;
    }

    @Override
    public Commit<S> get(int number) {
        return recorder.commit(Objects.checkIndex(number, size));
    }

    @Override
    public int size() {
        return size;
    }
}
