package dev.elm4j.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some scored rows laid out for one step: the rest of each prompt, padded on the right, then the further tokens of its
 * completions, each completion a branch that sees the prompt and itself only. Not thread-safe.
 */
final class ScoreBlock {

    private final int past;
    private final int width;
    private final int length;
    private final long[] ids;
    private final long[] positions;
    private final long[] groups;
    private final ScoredPairs pairs = new ScoredPairs();
    private final List<Owner> owners = new ArrayList<>();
    private final int rows;

    private record Owner(double[] sums, int completion) {}

    /** @param past tokens of every prompt that are in the cache already */
    ScoreBlock(List<ScoredRow> rows, int past) {
        this.past = past;
        this.rows = rows.size();
        this.width =
                rows.stream().mapToInt(row -> row.prompt().length - past).max().orElse(0);
        this.length = width + rows.stream().mapToInt(ScoredRow::branches).max().orElse(0);
        this.ids = new long[this.rows * length];
        this.positions = new long[ids.length];
        this.groups = new long[this.rows * (past + length)];
        for (int r = 0; r < this.rows; r++) {
            layOut(r, rows.get(r));
        }
    }

    /** Runs the block and adds the results to the rows. */
    void score(Decoder decoder, KeyValueCache prefix) {
        double[] found = decoder.score(new TokenBlock(rows, ids, positions, groups), prefix, past, pairs);
        for (int i = 0; i < found.length; i++) {
            Owner owner = owners.get(i);
            owner.sums()[owner.completion()] += found[i];
        }
    }

    private void layOut(int r, ScoredRow row) {
        int start = r * length;
        int groupStart = r * (past + length) + past;
        int body = row.prompt().length - past;
        Arrays.fill(groups, groupStart + body, groupStart + length, TokenBlock.PADDING);
        for (int i = 0; i < body; i++) {
            ids[start + i] = row.prompt()[past + i];
            positions[start + i] = past + i;
        }
        for (int c = 0; c < row.completions().size(); c++) {
            ask(start + body - 1, row, c, 0);
        }
        int next = width;
        for (int c = 0; c < row.completions().size(); c++) {
            long[] completion = row.completions().get(c);
            for (int i = 0; i + 1 < completion.length; i++, next++) {
                ids[start + next] = completion[i];
                positions[start + next] = row.prompt().length + i;
                groups[groupStart + next] = c + 1;
                ask(start + next, row, c, i + 1);
            }
        }
    }

    private void ask(int place, ScoredRow row, int completion, int token) {
        pairs.add(place, row.completions().get(completion)[token]);
        owners.add(new Owner(row.sums(), completion));
    }
}
