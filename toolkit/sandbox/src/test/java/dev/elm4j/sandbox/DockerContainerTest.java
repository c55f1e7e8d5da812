package dev.elm4j.sandbox;

class DockerContainerTest extends SandboxContract {

    DockerContainerTest() {
        super(Tier.CONTAINER);
    }
}
