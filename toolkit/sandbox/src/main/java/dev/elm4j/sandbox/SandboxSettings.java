package dev.elm4j.sandbox;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a sandbox must be, and how large.
 *
 * <pre>{@code
 * var strict = SandboxSettings.atLeast(Tier.CONTAINER).slots(2).languages(Language.PYTHON);
 * strict.slots();   // 2: programs at once
 * }</pre>
 *
 * @param strongest the strongest tier that is tried; default the strongest there is
 * @param weakest the weakest tier that is accepted; default the weakest there is
 * @param slots programs that run at once, 1 to 64; default half the processors, at least 1 and at most 4
 * @param languages of programs that will come; default both
 * @param numpy whether Python programs may import numpy; it is loaded before they start
 */
public record SandboxSettings(Tier strongest, Tier weakest, int slots, Set<Language> languages, boolean numpy) {

    private static final int MOST_SLOTS = 64;

    public SandboxSettings {
        requireNonNull(strongest, "strongest");
        requireNonNull(weakest, "weakest");
        if (!strongest.isAtLeast(weakest)) {
            throw new IllegalArgumentException(
                    "strongest must be as strong as weakest, but is " + strongest + " with weakest " + weakest);
        }
        if (slots < 1 || slots > MOST_SLOTS) {
            throw new IllegalArgumentException("slots must be between 1 and " + MOST_SLOTS + ", but is " + slots);
        }
        if (requireNonNull(languages, "languages").isEmpty()) {
            throw new IllegalArgumentException("languages must name at least one, but is empty");
        }
        languages = Set.copyOf(languages);
    }

    /** The strongest tier that works, whatever it is; look at {@link Sandbox#choice()}. */
    public static SandboxSettings usual() {
        return atLeast(Tier.PROCESS);
    }

    /** The strongest tier that works, and none weaker than this. */
    public static SandboxSettings atLeast(Tier weakest) {
        int slots = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() / 2));
        return new SandboxSettings(Tier.values()[0], weakest, slots, EnumSet.allOf(Language.class), false);
    }

    /** This tier and no other. */
    public static SandboxSettings exactly(Tier tier) {
        SandboxSettings usual = usual();
        return new SandboxSettings(tier, tier, usual.slots, usual.languages, usual.numpy);
    }

    /** The same with so many programs at once. */
    public SandboxSettings slots(int number) {
        return new SandboxSettings(strongest, weakest, number, languages, numpy);
    }

    /** The same for programs in these languages only; without Java a slot starts faster and needs a tenth of the memory. */
    public SandboxSettings languages(Language... some) {
        return new SandboxSettings(strongest, weakest, slots, Set.of(some), numpy);
    }

    /** The same with numpy or without. */
    public SandboxSettings numpy(boolean wanted) {
        return new SandboxSettings(strongest, weakest, slots, languages, wanted);
    }
}
