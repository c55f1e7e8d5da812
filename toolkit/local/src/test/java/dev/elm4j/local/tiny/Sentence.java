package dev.elm4j.local.tiny;

import java.util.List;

/**
 * A sentence and what its grammar knows of it.
 *
 * @param text with capital and full stop
 * @param tone from bad (negative) to good (positive); the sum over its clauses
 * @param topics of its clauses, without those that have none; a topic may come twice
 */
record Sentence(String text, double tone, List<String> topics) {

    Sentence {
        topics = List.copyOf(topics);
    }

    /** How many words it has. */
    int words() {
        return text.split(" ").length;
    }
}
