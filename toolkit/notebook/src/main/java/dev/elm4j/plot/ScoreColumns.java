package dev.elm4j.plot;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Score;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a batch's table that hold what evaluations say: objective and measures.
 *
 * @param axes name the measures; those beyond the list are numbered
 * @param measures how many there are
 */
record ScoreColumns(List<Axis> axes, int measures) {

    static ScoreColumns of(List<Axis> axes, List<? extends Evaluation> evaluations) {
        int measures = evaluations.stream()
                .mapToInt(evaluation ->
                        evaluation instanceof Score score ? score.measures().size() : 0)
                .max()
                .orElse(0);
        return new ScoreColumns(axes, measures);
    }

    List<Sheet.Column> columns() {
        var columns = new ArrayList<Sheet.Column>();
        columns.add(Sheet.number("objective").brief("obj."));
        for (int i = 0; i < measures; i++) {
            columns.add(Sheet.measure(axes, i));
        }
        return columns;
    }

    /** One cell per column; dashes for a failure. */
    List<String> cells(Evaluation evaluation) {
        var cells = new ArrayList<String>();
        boolean scored = evaluation instanceof Score;
        cells.add(scored ? Shown.number(((Score) evaluation).objective()) : Shown.NONE);
        for (int i = 0; i < measures; i++) {
            boolean known =
                    evaluation instanceof Score score && i < score.measures().size();
            cells.add(
                    known
                            ? Shown.measured(
                                    axes, i, ((Score) evaluation).measures().at(i))
                            : Shown.NONE);
        }
        return cells;
    }
}
