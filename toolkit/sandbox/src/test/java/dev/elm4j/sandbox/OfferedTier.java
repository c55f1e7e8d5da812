package dev.elm4j.sandbox;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;

/**
 * Tests in every tier that this machine offers. A tier that is not offered is named with its reason, and its test skipped.
 * {@code -Delm4j.tiers=regex} keeps the tiers whose names match.
 */
final class OfferedTier {

    /** Found out once: starting a tier takes seconds. */
    private static final Map<Tier, String> REASONS = new ConcurrentHashMap<>();

    private OfferedTier() {}

    static Stream<DynamicNode> each(Function<Tier, DynamicNode> test) {
        return Stream.of(Tier.values())
                .filter(tier -> tier.name().matches(System.getProperty("elm4j.tiers", ".*")))
                .map(tier -> test(tier, test));
    }

    private static DynamicNode test(Tier tier, Function<Tier, DynamicNode> test) {
        String reason = REASONS.computeIfAbsent(tier, OfferedTier::reason);
        if (reason.isEmpty()) {
            return test.apply(tier);
        }
        System.out.println("Not tested: " + tier + ": " + reason);
        return dynamicTest(tier.words(), () -> Assumptions.abort(tier + " is not offered: " + reason));
    }

    private static String reason(Tier tier) {
        try {
            Sandbox.open(SandboxSettings.exactly(tier).slots(1)).close();
            return "";
        } catch (IllegalStateException refused) {
            return refused.getMessage();
        }
    }
}
