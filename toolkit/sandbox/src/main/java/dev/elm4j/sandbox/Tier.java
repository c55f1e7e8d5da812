package dev.elm4j.sandbox;

/**
 * How strongly a program is shut in; the order is that of strength, the strongest first.
 *
 * <pre>{@code
 * Tier.GVISOR.isAtLeast(Tier.CONTAINER);   // "true"
 * }</pre>
 */
public enum Tier {
    /** A container under gVisor, started by Docker: a kernel of its own between the program and the host's. */
    GVISOR_DOCKER("gVisor in Docker"),
    /** The same kernel without Docker and without root, from a bundle. */
    GVISOR("gVisor without Docker"),
    /** A container on the host's kernel, started by Docker. */
    CONTAINER("Docker container"),
    /** Namespaces of its own on the host's kernel, by bubblewrap. */
    BUBBLEWRAP("bubblewrap"),
    /** A process under a user id of its own, with Landlock, seccomp and limits; what a Colab-like host gives. */
    SEPARATED_PROCESS("process with its own user id"),
    /** The same under the user id of the kernel: a plain user has no more. */
    PROCESS("process");

    private final String words;

    Tier(String words) {
        this.words = words;
    }

    /** Whether this tier is as strong as the other, or stronger. */
    public boolean isAtLeast(Tier other) {
        return compareTo(other) <= 0;
    }

    /** Its name for people, such as {@code "gVisor in Docker"}. */
    public String words() {
        return words;
    }
}
