package dev.elm4j.prompting;

import static java.util.Objects.requireNonNull;

import dev.elm4j.model.Sampling;
import dev.elm4j.operator.Selection;
import dev.elm4j.text.Fingerprint;
import java.util.ArrayList;
import java.util.List;

/**
 * What all operators with a model can be told.
 *
 * @param asking model, sampling and prompt
 * @param selection of the parents
 * @param task what the model is told of the task; blank for nothing
 * @param instructions of which one is drawn per candidate; null where an operator has none
 */
record Settings(Asking asking, Selection selection, String task, Instructions instructions) {

    static Settings of(Asking asking, Instructions instructions) {
        return new Settings(asking, Selection.uniform(), "", instructions);
    }

    Settings asking(Asking changed) {
        return new Settings(changed, selection, task, instructions);
    }

    Settings temperature(double temperature) {
        Sampling now = asking.sampling();
        return sampling(new Sampling(temperature, now.topP(), now.minTokens(), now.maxTokens()));
    }

    Settings sampling(Sampling sampling) {
        return asking(asking.sampling(requireNonNull(sampling, "sampling")));
    }

    Settings prompt(Prompt prompt) {
        return asking(asking.prompt(requireNonNull(prompt, "prompt")));
    }

    Settings selection(Selection selection) {
        return new Settings(asking, requireNonNull(selection, "selection"), task, instructions);
    }

    Settings task(String task) {
        return new Settings(asking, selection, requireNonNull(task, "task").strip(), instructions);
    }

    Settings instructions(Instructions instructions) {
        return new Settings(asking, selection, task, requireNonNull(instructions, "instructions"));
    }

    /** The task as a paragraph of its own, or nothing. */
    String taskParagraph() {
        return task.isEmpty() ? "" : task + "\n\n";
    }

    /**
     * A short name with what differs from the usual.
     *
     * @param first what is always said in brackets; may be none
     */
    String name(String base, List<String> first, Settings usual) {
        var words = new ArrayList<>(first);
        words.addAll(asking.differences(usual.asking));
        if (!task.isEmpty()) {
            words.add("task " + Fingerprint.of(task));
        }
        if (instructions != null && !instructions.equals(usual.instructions)) {
            words.add(instructions.identity());
        }
        if (!selection.name().equals(usual.selection.name())) {
            words.add(selection.name());
        }
        return words.isEmpty() ? base : base + "(" + String.join(", ", words) + ")";
    }

    /** Everything, for the identity of a run. */
    String version(String code) {
        String drawn = instructions == null ? "" : "; " + instructions.identity();
        return code + "; " + asking.identity() + (task.isEmpty() ? "" : "; task " + Fingerprint.of(task)) + drawn;
    }
}
