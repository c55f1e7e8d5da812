package dev.elm4j.archive;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.RandomAccess;

/**
 * The elite of each occupied cell, in the order in which the cells were first filled. To others it is a read-only list
 * whose iterators fail fast, also when an elite was merely replaced, which those of {@link ArrayList} do not.
 */
final class Elites<S> extends AbstractList<Elite<S>> implements RandomAccess {

    private final ArrayList<Elite<S>> list;

    Elites() {
        this.list = new ArrayList<>();
    }

    Elites(Elites<S> source) {
        this.list = new ArrayList<>(source.list);
    }

    @Override
    public Elite<S> get(int i) {
        return list.get(i);
    }

    @Override
    public int size() {
        return list.size();
    }

    void append(Elite<S> elite) {
        modCount++;
        list.add(elite);
    }

    Elite<S> replace(int position, Elite<S> elite) {
        modCount++;
        return list.set(position, elite);
    }

    void forget() {
        modCount++;
        list.clear();
    }
}
