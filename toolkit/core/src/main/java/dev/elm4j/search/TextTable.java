package dev.elm4j.search;

/** Batches as text tables of at most 80 columns. */
final class TextTable {

    private TextTable() {}

    static String of(Candidates<?> candidates) {
        return candidates.size() + " candidates of batch " + candidates.batch();
    }

    static String of(Evaluations evaluations) {
        return evaluations.size() + " evaluations of batch " + evaluations.batch();
    }

    static String of(Commits<?> commits) {
        return commits.size() + " commits";
    }
}
