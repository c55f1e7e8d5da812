package dev.elm4j.prompting;

import dev.elm4j.operator.Proposal;
import java.util.List;
import java.util.function.Function;

/**
 * What is asked for one plan, and how the answer is read.
 *
 * @param index of the candidate in its batch
 * @param prompt the whole of it
 * @param stops strings that end a continuation; unused by chats
 * @param seed of the answer's random stream; chats use it where the model knows seeds
 * @param reading the answer as a proposal
 */
record Draft(int index, String prompt, List<String> stops, long seed, Function<Answer, Proposal<String>> reading) {}
