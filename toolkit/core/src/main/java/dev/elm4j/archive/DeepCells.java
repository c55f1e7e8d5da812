package dev.elm4j.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Cells of several members. {@link CellPolicy.Top} keeps them best first; {@link CellPolicy.DeepGrid} in the order in which
 * they came, so that the elite, the first of the best, is the earliest of equals.
 */
final class DeepCells<S> implements Cells<S> {

    private final Occupied<S> occupied;
    private final CellPolicy policy;
    private final long seed;
    /** By the position of the cell in the order of first filling. */
    private final List<ArrayList<Elite<S>>> members;

    private final SplittableRandom victims;
    private long draws;

    DeepCells(Occupied<S> occupied, CellPolicy policy, long seed) {
        this.occupied = occupied;
        this.policy = policy;
        this.seed = seed;
        this.members = new ArrayList<>();
        this.victims = new SplittableRandom(seed);
    }

    private boolean isTop() {
        return policy instanceof CellPolicy.Top;
    }

    @Override
    public AddResult decide(int cell, double objective) {
        Elite<S> best = occupied.elite(cell);
        if (best == null) {
            return new AddResult(AddStatus.NEW, cell, objective);
        }
        double value = objective - best.objective();
        if (objective > best.objective()) {
            return new AddResult(AddStatus.IMPROVED, cell, value);
        }
        return new AddResult(objective > threshold(cell) ? AddStatus.ADDED : AddStatus.NOT_ADDED, cell, value);
    }

    @Override
    public double threshold(int cell) {
        if (!isTop() || occupied.isEmpty(cell)) {
            return Double.NEGATIVE_INFINITY;
        }
        List<Elite<S>> list = members.get(occupied.position(cell));
        return list.size() < policy.depth()
                ? Double.NEGATIVE_INFINITY
                : list.get(list.size() - 1).objective();
    }

    @Override
    public Elite<S> enter(Elite<S> elite) {
        occupied.entered(elite);
        if (occupied.isEmpty(elite.cell())) {
            occupied.put(elite);
            members.add(new ArrayList<>(List.of(elite)));
            return null;
        }
        ArrayList<Elite<S>> list = members.get(occupied.position(elite.cell()));
        Elite<S> left = isTop() ? ranked(list, elite) : appended(list, elite);
        Elite<S> best = isTop() ? list.get(0) : firstOfBest(list);
        if (best != occupied.elite(elite.cell())) {
            occupied.put(best);
        }
        return left;
    }

    /** Puts it after its equals, and the last leaves a cell that has become too full. */
    private Elite<S> ranked(ArrayList<Elite<S>> list, Elite<S> elite) {
        int place = list.size();
        while (place > 0 && list.get(place - 1).objective() < elite.objective()) {
            place--;
        }
        list.add(place, elite);
        return list.size() > policy.depth() ? list.remove(list.size() - 1) : null;
    }

    private Elite<S> appended(ArrayList<Elite<S>> list, Elite<S> elite) {
        Elite<S> left = null;
        if (list.size() == policy.depth()) {
            draws++;
            left = list.remove(victims.nextInt(policy.depth()));
        }
        list.add(elite);
        return left;
    }

    private static <S> Elite<S> firstOfBest(List<Elite<S>> list) {
        Elite<S> best = list.get(0);
        for (Elite<S> elite : list) {
            best = elite.objective() > best.objective() ? elite : best;
        }
        return best;
    }

    @Override
    public BatchResult enter(Batch<S> batch, Consumer<Elite<S>> leaves) {
        byte[] statuses = new byte[batch.size()];
        double[] values = new double[batch.size()];
        for (int i = 0; i < batch.size(); i++) {
            AddResult result = decide(batch.cells()[i], batch.objectives()[i]);
            statuses[i] = (byte) result.status().ordinal();
            values[i] = result.value();
            Elite<S> left = result.status() == AddStatus.NOT_ADDED ? null : enter(batch.elite(i));
            if (left != null) {
                leaves.accept(left);
            }
        }
        return new BatchResult(statuses, batch.cells(), values);
    }

    @Override
    public List<Elite<S>> members(int cell) {
        return occupied.isEmpty(cell) ? List.of() : List.copyOf(members.get(occupied.position(cell)));
    }

    @Override
    public long draws() {
        return draws;
    }

    @Override
    public void draw(long count) {
        for (long i = 0; i < count; i++) {
            victims.nextInt(policy.depth());
        }
        draws += count;
    }

    @Override
    public void forget() {
        members.clear();
    }

    /** The copy is never added to, so its random numbers begin anew; how many were drawn it knows. */
    @Override
    public Cells<S> over(Occupied<S> copy) {
        var cells = new DeepCells<S>(copy, policy, seed);
        members.forEach(list -> cells.members.add(new ArrayList<>(list)));
        cells.draws = draws;
        return cells;
    }
}
