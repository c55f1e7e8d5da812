package dev.elm4j.judge;

import java.util.List;

/** Some anchors of one kind, and their mean. */
record AnchorSet(List<Direction> anchors, Direction mean) {

    /** No anchors: nothing is near, nothing differs. */
    static final AnchorSet NONE = new AnchorSet(List.of(), new Direction(new double[0]));

    boolean isNone() {
        return anchors.isEmpty();
    }

    /** Whether there is no second anchor to disagree. */
    boolean isSingle() {
        return anchors.size() < 2;
    }

    /** Cosine with the mean; 0 if there is no anchor. */
    double similarity(Direction text) {
        return isNone() ? 0 : mean.cosine(text);
    }

    /** Of the cosines with the single anchors, divisor n - 1; 0 if there are fewer than 2. */
    double variance(Direction text) {
        if (isSingle()) {
            return 0;
        }
        double[] cosines =
                anchors.stream().mapToDouble(anchor -> anchor.cosine(text)).toArray();
        double deviation = Moments.of(cosines).deviation().orElseThrow();
        return deviation * deviation;
    }
}
