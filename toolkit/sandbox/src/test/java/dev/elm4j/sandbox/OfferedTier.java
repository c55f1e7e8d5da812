package dev.elm4j.sandbox;

/**
 * Whether this machine offers a tier.
 *
 * @param reason why not; empty if it does
 */
record OfferedTier(String reason) {

    static OfferedTier of(SandboxSettings settings) {
        try {
            Sandbox.open(settings).close();
            return new OfferedTier("");
        } catch (IllegalStateException refused) {
            return new OfferedTier(refused.getMessage());
        }
    }
}
