package dev.elm4j.prompting;

/**
 * Kinds of failure that only operators with a model meet, beside those of {@link dev.elm4j.environment.Failure}.
 *
 * <pre>{@code
 * var parent = Parent.ofSeed(0, "x = 1");
 * var parrot = ScriptedModel.of(prompt -> "```python\nx = 1\n```").chatOnly();
 * var child = ProgramMutation.of(parrot, "python").propose(List.of(new Plan<>(1, 0, List.of(parent))), context).get(0);
 * ((Proposal.Failed<String>) child).failure().kind();      // "unchanged"
 * }</pre>
 */
public final class FailureKinds {

    /** The answer is the parent again, but for blanks at the ends of lines. */
    public static final String UNCHANGED = "unchanged";

    /** An edit would fit, but changes what must stay. */
    public static final String PROTECTED = "protected";

    /** An edit fits nowhere, or in several places; the reason says which one and what comes nearest. */
    public static final String NO_MATCH = "no match";

    /** The parent is free of faults, so a repair has nothing to do. */
    public static final String NOTHING_TO_REPAIR = "nothing to repair";

    private FailureKinds() {}
}
