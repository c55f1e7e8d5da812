package dev.elm4j.local;

import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.model.Likelihoods;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores some requests: those of one prefix together, the short ones with the short ones. A prompt is cut into tokens as a
 * whole; what it has in common with the tokens of its prefix comes from the kept cache. Used on one thread only.
 */
final class LikelihoodBatch {

    private static final int MOST_ROWS = 32;
    private static final int MOST_TOKENS = 4096;

    private final Decoder decoder;
    private final PromptTokens tokens;
    private final KeptPrefixes prefixes;
    private final Cancellation cancellation;

    LikelihoodBatch(Decoder decoder, PromptTokens tokens, KeptPrefixes prefixes, Cancellation cancellation) {
        this.decoder = decoder;
        this.tokens = tokens;
        this.prefixes = prefixes;
        this.cancellation = cancellation;
    }

    /** One answer per request, in their order. */
    List<Likelihoods> score(List<LikelihoodRequest> requests) {
        Map<String, List<Integer>> byPrefix = new LinkedHashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            byPrefix.computeIfAbsent(requests.get(i).prefix(), prefix -> new ArrayList<>())
                    .add(i);
        }
        Likelihoods[] answers = new Likelihoods[requests.size()];
        List<ScoredRow> rows = requests.stream().map(tokens::row).toList();
        byPrefix.forEach((prefix, members) -> {
            List<ScoredRow> group = members.stream().map(rows::get).toList();
            int reused = group(prefix, group);
            members.forEach(i -> answers[i] = rows.get(i).likelihoods(reused));
        });
        return Arrays.asList(answers);
    }

    /** Tells how many tokens of the kept prefix all rows use. */
    private int group(String prefix, List<ScoredRow> rows) {
        long[] beginning = tokens.beginning(prefix);
        int past = rows.stream().mapToInt(row -> row.shared(beginning)).min().orElse(0);
        KeyValueCache cache = past == 0 ? null : prefixes.of(beginning, cancellation);
        List<ScoredRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingInt(row -> row.prompt().length));
        for (int from = 0; from < sorted.size(); ) {
            int to = end(sorted, from, past);
            cancellation.check();
            new ScoreBlock(sorted.subList(from, to), past).score(decoder, cache);
            from = to;
        }
        return past;
    }

    /** As many rows as fit into one step, at least one. */
    private static int end(List<ScoredRow> rows, int from, int past) {
        int to = from;
        int branches = 0;
        while (to < rows.size() && to - from < MOST_ROWS) {
            ScoredRow row = rows.get(to);
            branches = Math.max(branches, row.branches());
            int length = row.prompt().length - past + branches;
            if (to > from && (to + 1 - from) * length > MOST_TOKENS) {
                break;
            }
            to++;
        }
        return to;
    }
}
