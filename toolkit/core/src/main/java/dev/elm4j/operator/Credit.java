package dev.elm4j.operator;

/**
 * What one operator of a mixture has earned so far.
 *
 * <pre>{@code
 * new Credit(4, 3, 0).mean();      // 0.75
 * }</pre>
 *
 * @param finished candidates of it that are committed
 * @param reward sum of their rewards, each in [0, 1]
 * @param unfinished candidates of it that are planned and not yet committed
 */
public record Credit(long finished, double reward, long unfinished) {

    /** Nothing yet. */
    public static final Credit NONE = new Credit(0, 0, 0);

    /** Mean reward of what is finished; 0 while nothing is. */
    public double mean() {
        return finished == 0 ? 0 : reward / finished;
    }
}
