package dev.elm4j.local;

import dev.elm4j.model.Completion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes some texts side by side. Prompts are padded on the left; several rows of one prompt and temperature go through the
 * decoder as one until the prompt ends, then the cache is copied. A text that has ended leaves the batch, and the last row
 * takes its place. Used on one thread only.
 */
final class CompletionBatch {

    /** Tokens of all rows together that the decoder takes at once; bounds the memory of a step. */
    private static final int STEP_TOKENS = 2048;

    private final Decoder decoder;
    private final Vocabulary vocabulary;
    private final Cancellation cancellation;
    private final List<TextRow> rows;
    private final SharedPrompts shared;
    private final int width;

    CompletionBatch(Decoder decoder, Vocabulary vocabulary, Cancellation cancellation, List<TextRow> rows) {
        this.decoder = decoder;
        this.vocabulary = vocabulary;
        this.cancellation = cancellation;
        this.rows = rows;
        this.shared = SharedPrompts.of(rows);
        this.width = longestPrompt(rows);
    }

    /** Tokens that a row of a batch of these texts may come to. */
    static int capacity(List<TextRow> rows) {
        return longestPrompt(rows)
                + rows.stream()
                        .mapToInt(row -> row.sampling().maxTokens())
                        .max()
                        .orElse(0);
    }

    /**
     * One text per row, in their order.
     *
     * @param drawn is run after each token
     */
    List<Completion> write(Runnable drawn) {
        List<TextRow> live = new ArrayList<>(rows);
        try (KeyValueCache cache = decoder.cache(rows.size(), capacity(rows))) {
            NextTokens next = prompts(cache);
            while (true) {
                dropEnded(live, next, cache);
                drawn.run();
                if (live.isEmpty()) {
                    break;
                }
                cancellation.check();
                next = decoder.next(newest(live, cache.length()), cache, divisors(live), candidates());
            }
        }
        return rows.stream().map(TextRow::completion).toList();
    }

    private NextTokens prompts(KeyValueCache cache) {
        List<TextRow> distinct = shared.distinct();
        int piece = Math.max(16, STEP_TOKENS / distinct.size());
        for (int from = 0; ; from += piece) {
            cancellation.check();
            int to = Math.min(width, from + piece);
            TokenBlock block = padded(distinct, from, to);
            if (to == width) {
                return shared.spread(decoder.next(block, cache, divisors(distinct), candidates()), cache);
            }
            decoder.feed(block, cache);
        }
    }

    /** Draws for each row and closes the gaps of those that ended: from the back, so that each row is drawn once. */
    private void dropEnded(List<TextRow> live, NextTokens next, KeyValueCache cache) {
        for (int i = live.size() - 1; i >= 0; i--) {
            if (!live.get(i).draw(next, i, vocabulary)) {
                int last = live.size() - 1;
                cache.copy(last, i);
                live.set(i, live.get(last));
                live.remove(last);
            }
        }
    }

    private TokenBlock padded(List<TextRow> rows, int from, int to) {
        int length = to - from;
        long[] ids = new long[rows.size() * length];
        long[] positions = new long[ids.length];
        long[] groups = new long[rows.size() * to];
        for (int r = 0; r < rows.size(); r++) {
            long[] prompt = rows.get(r).prompt();
            int padding = width - prompt.length;
            Arrays.fill(groups, r * to, r * to + Math.min(padding, to), TokenBlock.PADDING);
            for (int i = from; i < to; i++) {
                ids[r * length + i - from] = i < padding ? 0 : prompt[i - padding];
                positions[r * length + i - from] = Math.max(0, i - padding);
            }
        }
        return new TokenBlock(rows.size(), ids, positions, groups);
    }

    private TokenBlock newest(List<TextRow> live, int past) {
        boolean padded = live.stream().anyMatch(row -> row.prompt().length < width);
        int size = past + 1;
        long[] groups = new long[padded ? live.size() * size : 0];
        long[] ids = new long[live.size()];
        long[] positions = new long[live.size()];
        for (int r = 0; r < ids.length; r++) {
            TextRow row = live.get(r);
            ids[r] = row.last();
            positions[r] = row.position();
            if (padded) {
                Arrays.fill(groups, r * size, r * size + width - row.prompt().length, TokenBlock.PADDING);
            }
        }
        return new TokenBlock(ids.length, ids, positions, groups);
    }

    private int candidates() {
        return Math.min(TokenChoice.CANDIDATES, vocabulary.size());
    }

    private static float[] divisors(List<TextRow> rows) {
        float[] result = new float[rows.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = TokenChoice.divisor(rows.get(i).sampling());
        }
        return result;
    }

    private static int longestPrompt(List<TextRow> rows) {
        return rows.stream().mapToInt(row -> row.prompt().length).max().orElse(0);
    }
}
