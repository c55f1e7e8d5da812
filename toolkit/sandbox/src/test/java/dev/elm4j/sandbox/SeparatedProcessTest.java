package dev.elm4j.sandbox;

class SeparatedProcessTest extends SandboxContract {

    SeparatedProcessTest() {
        super(Tier.SEPARATED_PROCESS);
    }
}
