package dev.elm4j.search;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Streams.Step;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which call of a run it is: the place by which a recorded answer is found again, whatever the threads do.
 *
 * <pre>{@code
 * new CallKey(Streams.Step.PROPOSE, 12, 0).toString();   // "propose 12.0"
 * CallKey.of("propose 12.0").number();                   // 12
 * }</pre>
 *
 * @param step whether the candidate was proposed or evaluated
 * @param number of the candidate; for a re-evaluation also which sample of it, in the bits from the fortieth on
 * @param call how many calls the candidate had made before in this step
 */
public record CallKey(Step step, long number, int call) {

    private static final Pattern TEXT =
            Pattern.compile("(plan|propose|evaluate|reevaluate) (-?\\d{1,19})\\.(\\d{1,9})");

    public CallKey {
        requireNonNull(step, "step");
    }

    /**
     * The key of this text.
     *
     * @throws IllegalArgumentException if it is not what {@link #toString} gives
     */
    public static CallKey of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'%s' is no call; one reads like 'propose 12.0'".formatted(text));
        }
        try {
            return new CallKey(
                    Step.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                    Long.parseLong(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
        } catch (NumberFormatException tooLarge) {
            throw new IllegalArgumentException("'%s' is no call: its number is too large".formatted(text), tooLarge);
        }
    }

    @Override
    public String toString() {
        return step.name().toLowerCase(Locale.ROOT) + " " + number + "." + call;
    }
}
