package dev.elm4j.sandbox;

class BubblewrapTest extends SandboxContract {

    BubblewrapTest() {
        super(Tier.BUBBLEWRAP);
    }
}
