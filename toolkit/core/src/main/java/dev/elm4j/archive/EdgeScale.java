package dev.elm4j.archive;

import java.util.Collections;
import java.util.List;

/** Bins between explicit, ascending edges; a point on an inner edge belongs to the upper bin. */
record EdgeScale(List<Double> edges) implements Scale {

    EdgeScale {
        edges = edges.stream().map(edge -> edge + 0.0).toList(); // -0.0 becomes 0.0: a search tells them apart
    }

    @Override
    public double min() {
        return edges.get(0);
    }

    @Override
    public double max() {
        return edges.get(edges.size() - 1);
    }

    @Override
    public int bins() {
        return edges.size() - 1;
    }

    @Override
    public double edge(int i) {
        return edges.get(i);
    }

    @Override
    public int binOf(double measure) {
        int found = Collections.binarySearch(edges, measure + 0.0);
        int bin = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(bins() - 1, bin));
    }
}
