package dev.elm4j.sandbox;

/** Opens the strongest tier that there is and prints which, and why no other, in a line. */
public final class OpenedHere {

    private OpenedHere() {}

    /** No arguments. */
    public static void main(String[] arguments) throws InterruptedException {
        try (Sandbox sandbox = Sandbox.open()) {
            System.out.println(sandbox.choice());
        }
    }
}
