package dev.elm4j.sandbox;

import dev.elm4j.sandbox.host.Way;

/** Which way leads to which tier. */
final class Ways {

    private Ways() {}

    static Way of(Tier tier) {
        return switch (tier) {
            case GVISOR_DOCKER -> Way.DOCKER_RUNSC;
            case GVISOR -> Way.RUNSC;
            case CONTAINER -> Way.DOCKER_RUNC;
            case BUBBLEWRAP -> Way.BWRAP;
            case SEPARATED_PROCESS -> Way.SEPARATED;
            case PROCESS -> Way.PLAIN;
        };
    }
}
