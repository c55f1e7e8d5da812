package dev.elm4j.sandbox;

class GvisorTest extends SandboxContract {

    GvisorTest() {
        super(Tier.GVISOR);
    }
}
