package dev.elm4j.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One attack after the other on one slot, each followed by an ordinary program. */
final class AttackTrial {

    private static final double GRACE_MS = 10_000;
    private static final int LONGEST_DETAIL = 10_000;

    private final Sandbox sandbox;
    private final Neighbour neighbour;
    private final Map<String, Object> told;
    private final AttackBait bait;
    private final String secret;

    AttackTrial(Sandbox sandbox, Neighbour neighbour, AttackBait bait, String secret) {
        this.sandbox = sandbox;
        this.neighbour = neighbour;
        this.bait = bait;
        this.secret = secret;
        told = bait.told();
    }

    /** What was wrong with the attack's end, the bait and the next program; empty if all was as it should be. */
    List<String> complaints(Attack attack) throws InterruptedException, IOException {
        var complaints = new ArrayList<String>();
        ProgramResult result = sandbox.run(
                ProgramRequest.of(attack.program(), told).limits(limits(attack)).guard(GuardLevel.OFF));
        judge(attack, result, complaints);
        bait.harm().forEach(complaints::add);
        String next = neighbour.complaint();
        if (!next.isEmpty()) {
            complaints.add(next);
        }
        return complaints;
    }

    /** gVisor's clock of processors runs on while the host keeps its programs waiting: there, four times as much. */
    private Limits limits(Attack attack) {
        boolean slow = sandbox.tier().isAtLeast(Tier.GVISOR);
        Limits own = attack.limits();
        return slow ? own.cpu(own.cpu().multipliedBy(4)).wall(own.wall().multipliedBy(2)) : own;
    }

    private void judge(Attack attack, ProgramResult result, List<String> complaints) {
        String text = cut(String.valueOf(result.outcomes().get(0).value()));
        if (!attack.honest().contains(result.status())) {
            complaints.add("came to %s (%s), value %s, stderr %s"
                    .formatted(result.status(), cut(result.detail()), text, cut(result.stderr())));
        }
        matching(attack.never(), text, complaints);
        if (sharesTheHost(sandbox.tier())) {
            matching(attack.neverOnHost(), text, complaints);
        }
        if ((result + result.stdout() + result.stderr() + result.outcomes()).contains(secret)) {
            complaints.add("the secret was read");
        }
        if (result.detail().length() > LONGEST_DETAIL
                || result.stdout().length() > attack.limits().outputBytes()
                || result.stderr().length() > attack.limits().outputBytes()) {
            complaints.add("more came back than is kept");
        }
        if (attack.truncated() && !result.truncated()) {
            complaints.add("nothing says that its output was cut");
        }
        double longest = limits(attack).wall().plus(attack.limits().compile()).toMillis() + GRACE_MS;
        if (result.timings().total() > longest) {
            complaints.add(
                    "took %.0f ms, limits are %s".formatted(result.timings().total(), attack.limits()));
        }
        if (result.tier() != sandbox.tier()) {
            complaints.add("ran under " + result.tier());
        }
    }

    private static void matching(List<Pattern> patterns, String text, List<String> complaints) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(text).find()) {
                complaints.add("achieved what it must not: " + text);
            }
        }
    }

    private static boolean sharesTheHost(Tier tier) {
        return tier == Tier.SEPARATED_PROCESS || tier == Tier.PROCESS;
    }

    private static String cut(String text) {
        return text.length() <= 600 ? text : text.substring(0, 600) + "...";
    }
}
