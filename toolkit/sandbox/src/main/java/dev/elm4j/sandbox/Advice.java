package dev.elm4j.sandbox;

import dev.elm4j.sandbox.host.Room;
import java.util.Map;

/** What to do where no tier is to be had. */
final class Advice {

    private Advice() {}

    static String of(SandboxSettings settings, Map<Tier, String> refusals) {
        String wanted = settings.strongest() == settings.weakest()
                ? "exactly \"" + settings.weakest().words() + "\""
                : "at least \"" + settings.weakest().words() + "\"";
        return "no tier that is " + wanted + " isolates programs here (" + Choice.reasons(refusals) + "). "
                + remedy(settings.weakest(), refusals)
                + ", or accept a weaker tier: Sandbox.open() takes the strongest there is"
                + " and choice() says which";
    }

    /** Where a tier has fewer user ids for slots than were asked for. */
    static String room(Tier tier, int slots, int room) {
        return ("%d slots were asked for, but %s has user ids for %d now: the others are held by sandboxes that are open."
                        + " Ask for slots(%d), or close another sandbox")
                .formatted(slots, tier.words(), room, room);
    }

    private static String remedy(Tier weakest, Map<Tier, String> refusals) {
        boolean full = refusals.values().stream().anyMatch(Room::lacks);
        return full ? "Make room there, for bytes (df -h) and for files (df -i)" : remedy(weakest);
    }

    private static String remedy(Tier weakest) {
        return switch (weakest) {
            case GVISOR_DOCKER ->
                "Install Docker and gVisor (runsc) as a runtime of it, then run"
                        + " python3 kernel-setup/elm4j.py sandbox build";
            case GVISOR ->
                "Install gVisor (apt-get install runsc), then run python3 kernel-setup/elm4j.py sandbox build";
            case CONTAINER -> "Install Docker, then run python3 kernel-setup/elm4j.py sandbox build";
            case BUBBLEWRAP -> "Install bubblewrap (apt-get install bubblewrap)";
            case SEPARATED_PROCESS, PROCESS ->
                "Run the kernel on Linux 5.13 or newer (Landlock) with Python 3.9 or newer" + " at /usr/bin/python3";
        };
    }
}
