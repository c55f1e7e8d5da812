package dev.elm4j.search;

import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Measures;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Failure;
import dev.elm4j.environment.Score;

/** Whether an archive can take what an environment said. */
final class Checks {

    /** Kind of the failure of a score whose measures do not fit the axes. */
    private static final String WRONG_MEASURES = "wrong measures";

    private Checks() {}

    /** The evaluation, or a failure where its numbers are not finite, too few or too many, or name no category. */
    static Evaluation usable(Evaluation evaluation, Tessellation cells) {
        if (!(evaluation instanceof Score score)) {
            return evaluation;
        }
        Measures measures = score.measures();
        if (measures.size() != cells.dimensions()) {
            return Evaluation.failed(
                    WRONG_MEASURES,
                    "Expected %d measures, one per axis, but the environment gave %d."
                            .formatted(cells.dimensions(), measures.size()));
        }
        if (!Double.isFinite(score.objective())) {
            return Evaluation.failed(Failure.NOT_FINITE, "The objective is %s.".formatted(score.objective()));
        }
        for (int i = 0; i < measures.size(); i++) {
            Axis axis = cells.axes().get(i);
            if (!Double.isFinite(measures.at(i))) {
                return Evaluation.failed(
                        Failure.NOT_FINITE, "Measure '%s' is %s.".formatted(axis.name(), measures.at(i)));
            }
            if (axis.isCategorical() && !isCategory(axis, measures.at(i))) {
                return Evaluation.failed(
                        WRONG_MEASURES,
                        "Measure '%s' is %s, the number of none of its categories (%s)."
                                .formatted(axis.name(), measures.at(i), String.join(", ", axis.categories())));
            }
        }
        return score;
    }

    private static boolean isCategory(Axis axis, double measure) {
        return measure >= 0 && measure < axis.bins() && measure == Math.rint(measure);
    }
}
