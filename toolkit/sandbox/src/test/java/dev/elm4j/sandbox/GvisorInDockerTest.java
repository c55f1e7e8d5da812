package dev.elm4j.sandbox;

class GvisorInDockerTest extends SandboxContract {

    GvisorInDockerTest() {
        super(Tier.GVISOR_DOCKER);
    }
}
