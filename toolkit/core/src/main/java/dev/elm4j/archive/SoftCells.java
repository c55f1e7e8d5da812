package dev.elm4j.archive;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Cells of one member and a threshold: {@link CellPolicy.SoftThreshold}. */
final class SoftCells<S> implements Cells<S> {

    private final Occupied<S> occupied;
    private final CellPolicy.SoftThreshold policy;
    private final double[] thresholds;

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
        var statuses = new AddStatus[size];
        double[] values = new double[size];
        var winners = new Winners(occupied.cells(), size, policy);
        for (int i = 0; i < size; i++) {
            int cell = batch.cells()[i];
            double objective = batch.objectives()[i];
            statuses[i] = status(cell, objective);
            values[i] = value(cell, objective);
            if (statuses[i] != AddStatus.NOT_ADDED) {
                winners.accept(cell, i, batch.objectives());
            }
        }
        store(batch, winners, leaves);
        return new BatchResult(statuses, batch.cells(), values);
    }

    /** Lets the best of each cell in, cells in ascending order; the earliest of equals in the batch counts as best ever. */
    private void store(Batch<S> batch, Winners winners, Consumer<Elite<S>> leaves) {
        int leader = -1;
        Elite<S> best = null;
        for (int cell : winners.cells()) {
            int i = winners.of(cell);
            Elite<S> elite = batch.elite(i);
            thresholds[cell] = policy.isElitist() ? elite.objective() : winners.raised(cell, thresholds[cell]);
            Elite<S> earlier = occupied.put(elite);
            if (earlier != null) {
                leaves.accept(earlier);
            }
            if (best == null
                    || elite.objective() > best.objective()
                    || elite.objective() == best.objective() && i < leader) {
                best = elite;
                leader = i;
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
