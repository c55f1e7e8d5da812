package dev.elm4j.archive;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Cells of one member and a threshold: {@link CellPolicy.SoftThreshold}. */
final class SoftCells<S> implements Cells<S> {

    private final Occupied<S> occupied;
    private final CellPolicy.SoftThreshold policy;
    private final double[] thresholds;
    /** Made by the first batch. */
    private Winners winners;

    SoftCells(Occupied<S> occupied, CellPolicy.SoftThreshold policy) {
        this.occupied = occupied;
        this.policy = policy;
        this.thresholds = new double[occupied.cells()];
        Arrays.fill(thresholds, policy.minimum());
    }

    private SoftCells(Occupied<S> occupied, SoftCells<S> source) {
        this.occupied = occupied;
        this.policy = source.policy;
        this.thresholds = source.thresholds.clone();
    }

    @Override
    public AddResult decide(int cell, double objective) {
        return new AddResult(status(cell, objective), cell, value(cell, objective));
    }

    private AddStatus status(int cell, double objective) {
        if (!(objective > thresholds[cell])) {
            return AddStatus.NOT_ADDED;
        }
        return occupied.isEmpty(cell) ? AddStatus.NEW : AddStatus.IMPROVED;
    }

    private double value(int cell, double objective) {
        double threshold = thresholds[cell];
        return threshold == Double.NEGATIVE_INFINITY ? objective : objective - threshold;
    }

    @Override
    public Elite<S> enter(Elite<S> elite) {
        thresholds[elite.cell()] = raised(thresholds[elite.cell()], elite.objective());
        occupied.entered(elite);
        return occupied.put(elite);
    }

    private double raised(double threshold, double objective) {
        double rate = policy.learningRate();
        return policy.isElitist() ? objective : (1 - rate) * threshold + rate * objective;
    }

    @Override
    public BatchResult enter(Batch<S> batch, Consumer<Elite<S>> leaves) {
        int size = batch.size();
        byte[] statuses = new byte[size];
        double[] values = new double[size];
        winners = winners == null ? new Winners(occupied.cells(), policy) : winners;
        winners.begin(size);
        for (int i = 0; i < size; i++) {
            int cell = batch.cells()[i];
            double objective = batch.objectives()[i];
            AddStatus status = status(cell, objective);
            statuses[i] = (byte) status.ordinal();
            values[i] = value(cell, objective);
            if (status != AddStatus.NOT_ADDED) {
                winners.accept(cell, i, objective);
            }
        }
        store(batch, leaves);
        return new BatchResult(statuses, batch.cells(), values);
    }

    /** Lets the best of each cell in, cells in ascending order. */
    private void store(Batch<S> batch, Consumer<Elite<S>> leaves) {
        Elite<S> best = null;
        int place = -1;
        for (int cell : winners.cells()) {
            int i = winners.of(cell);
            Elite<S> elite = batch.elite(i);
            thresholds[cell] = winners.raised(cell, thresholds[cell]);
            winners.forget(cell);
            Elite<S> earlier = occupied.put(elite);
            if (earlier != null) {
                leaves.accept(earlier);
            }
            double ahead = best == null ? 1 : elite.objective() - best.objective();
            if (ahead > 0 || ahead == 0 && i < place) { // best ever is the earliest of equals, whatever its cell
                best = elite;
                place = i;
            }
        }
        if (best != null) {
            occupied.entered(best);
        }
    }

    @Override
    public List<Elite<S>> members(int cell) {
        return occupied.isEmpty(cell) ? List.of() : List.of(occupied.elite(cell));
    }

    @Override
    public double threshold(int cell) {
        return thresholds[cell];
    }

    @Override
    public void threshold(int cell, double threshold) {
        thresholds[cell] = threshold;
    }

    @Override
    public void forget() {
        Arrays.fill(thresholds, policy.minimum());
    }

    @Override
    public Cells<S> over(Occupied<S> copy) {
        return new SoftCells<>(copy, this);
    }
}
