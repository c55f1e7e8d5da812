package dev.elm4j.sandbox;

class PlainProcessTest extends SandboxContract {

    PlainProcessTest() {
        super(Tier.PROCESS);
    }
}
