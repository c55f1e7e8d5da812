package dev.elm4j.archive;

import java.util.HashMap;

/** What became of the children of present members, by the member's candidate number; looked up, never iterated. */
final class Brood {

    private final HashMap<Long, Offspring> offspring;

    Brood() {
        this.offspring = new HashMap<>();
    }

    Brood(Brood source) {
        this.offspring = new HashMap<>(source.offspring);
    }

    /** A member came; those added by hand have no number to be known by. */
    void came(Elite<?> member) {
        if (member.candidate() != Elite.BY_HAND) {
            offspring.putIfAbsent(member.candidate(), Offspring.NONE);
        }
    }

    void left(Elite<?> member) {
        offspring.remove(member.candidate());
    }

    void bred(long parent, boolean entered) {
        offspring.computeIfPresent(parent, (number, sofar) -> sofar.plus(entered));
    }

    Offspring of(long candidate) {
        return offspring.getOrDefault(candidate, Offspring.NONE);
    }

    /** Takes over what the other knows of members that are present here. */
    void inherit(Brood other) {
        offspring.replaceAll((number, sofar) -> other.of(number));
    }
}
