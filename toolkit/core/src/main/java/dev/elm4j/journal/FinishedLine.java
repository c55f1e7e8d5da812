package dev.elm4j.journal;

import static dev.elm4j.journal.Json.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.Candidate;
import dev.elm4j.search.Candidates;
import dev.elm4j.search.Evaluations;
import dev.elm4j.search.FinishedBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A batch that is finished and not committed as one line, and back; numbers that are not finite are texts. */
final class FinishedLine {

    private FinishedLine() {}

    /** @throws RuntimeException if the codec, a user's, cannot write one of the solutions */
    static <S> ObjectNode of(FinishedBatch<S> batch, Codec<S> codec) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("batch", batch.candidates().batch());
        var entries = line.putArray("candidates");
        for (int i = 0; i < batch.candidates().size(); i++) {
            Candidate<S> candidate = batch.candidates().list().get(i);
            ObjectNode entry = entries.addObject().put("candidate", candidate.number());
            Entries.candidate(entry, candidate, solution(candidate, codec));
            Entries.evaluation(
                    entry, evaluation(candidate, batch.evaluations().list().get(i)));
            Entries.usage(entry, "proposing", batch.candidates().usage().get(i));
            Entries.usage(entry, "evaluating", batch.evaluations().usage().get(i));
        }
        return line;
    }

    private static <S> Optional<JsonNode> solution(Candidate<S> candidate, Codec<S> codec) {
        return candidate.proposal() instanceof Proposal.Solved<S> solved
                ? Optional.of(codec.encode(solved.solution()))
                : Optional.empty();
    }

    private static Evaluation evaluation(Candidate<?> candidate, Evaluation evaluation) {
        return candidate.proposal() instanceof Proposal.Failed<?> failed ? failed.failure() : evaluation;
    }

    static <S> FinishedBatch<S> batch(JsonNode line, List<Axis> axes, Codec<S> codec) {
        long number = Json.whole(required(line, "batch"));
        var candidates = new ArrayList<Candidate<S>>();
        var evaluations = new ArrayList<Evaluation>();
        var proposing = new ArrayList<Usage>();
        var evaluating = new ArrayList<Usage>();
        for (JsonNode entry : required(line, "candidates")) {
            Evaluation evaluation = Entries.evaluation(entry);
            candidates.add(Entries.candidate(entry, number, evaluation, codec));
            evaluations.add(evaluation);
            proposing.add(Entries.usage(entry, "proposing"));
            evaluating.add(Entries.usage(entry, "evaluating"));
        }
        return new FinishedBatch<>(
                new Candidates<>(number, candidates, proposing),
                new Evaluations(number, evaluations, evaluating, axes));
    }
}
