package dev.elm4j.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows of a batch begin alike, so that their prompt is computed once.
 *
 * @param distinct one row of each prompt and temperature, in the order of the batch
 * @param source for each row of the batch, the index of its like in {@code distinct}; never more than its own
 */
record SharedPrompts(List<TextRow> distinct, int[] source) {

    private record Key(List<Long> prompt, float divisor) {}

    static SharedPrompts of(List<TextRow> rows) {
        Map<Key, Integer> places = new HashMap<>();
        List<TextRow> distinct = new ArrayList<>();
        int[] source = new int[rows.size()];
        for (int i = 0; i < source.length; i++) {
            TextRow row = rows.get(i);
            Key key = new Key(Arrays.stream(row.prompt()).boxed().toList(), TokenChoice.divisor(row.sampling()));
            Integer place = places.putIfAbsent(key, distinct.size());
            source[i] = place == null ? distinct.size() : place;
            if (place == null) {
                distinct.add(row);
            }
        }
        return new SharedPrompts(distinct, source);
    }

    /** Copies what the distinct rows came to over all rows: from the back, so that no source is lost before its last use. */
    NextTokens spread(NextTokens next, KeyValueCache cache) {
        for (int row = source.length - 1; row >= 0; row--) {
            cache.copy(source[row], row);
        }
        return next.repeated(source);
    }
}
