package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

/**
 * Who brought a candidate by hand, and why; kept in the journal beside the candidate.
 *
 * <pre>{@code
 * new Injection("Ada", "a border case that the operators never reach").author();   // "Ada"
 * }</pre>
 *
 * @param author who brought it; {@link #SOMEBODY} for one who gave no name
 * @param why the reason, for those who read the run later
 */
public record Injection(String author, String why) {

    /** Author of a candidate whose author is not named. */
    public static final String SOMEBODY = "human";

    public Injection {
        requireNonNull(author, "author");
        requireNonNull(why, "why");
        if (author.isBlank()) {
            throw new IllegalArgumentException(
                    "An injection needs an author, but the name is blank. Leave it out for '%s'.".formatted(SOMEBODY));
        }
    }
}
