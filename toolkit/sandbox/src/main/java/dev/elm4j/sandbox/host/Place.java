package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Where the number of a process means that process: elsewhere the same number is somebody else. All parts but the user id are
 * hexadecimal.
 *
 * @param machine made of its id and its name: machines that were copied share the id
 * @param boot of the machine
 * @param space of process numbers
 * @param uid whose process it is
 */
record Place(String machine, String boot, String space, long uid) {

    /** How one is written. */
    static final String TEXT = "[0-9a-f]{1,16}\\.[0-9a-f]{1,16}\\.[0-9a-f]{1,16}\\.[0-9]{1,10}";

    /** A part that could not be found out. */
    private static final String UNKNOWN = "0";

    /** The one that no user can have. */
    private static final long NOBODY = 0xFFFF_FFFFL;

    private static final int DIGITS = 12;

    /** Looked up once: this process stays where it is. */
    private static final Place HERE = new Place(machineNow(), bootNow(), spaceNow(), uidNow());

    static Place here() {
        return HERE;
    }

    /** One that matches {@link #TEXT}. */
    static Place parse(String text) {
        String[] parts = text.split("\\.");
        return new Place(parts[0], parts[1], parts[2], Long.parseLong(parts[3]));
    }

    /** Whether it can be told from others. */
    boolean isKnown() {
        return !machine.equals(UNKNOWN) && !boot.equals(UNKNOWN) && !space.equals(UNKNOWN);
    }

    private static String machineNow() {
        String name = read("/proc/sys/kernel/hostname");
        String both = read("/etc/machine-id") + "\n" + name;
        byte[] digest = WorkerFiles.sha256().digest(("elm4j\n" + both).getBytes(StandardCharsets.UTF_8));
        return name.isEmpty() ? UNKNOWN : HexFormat.of().formatHex(digest).substring(0, DIGITS);
    }

    private static String bootNow() {
        String boot = read("/proc/sys/kernel/random/boot_id").replace("-", "");
        return boot.matches("[0-9a-f]{12,}") ? boot.substring(0, DIGITS) : UNKNOWN;
    }

    private static String spaceNow() {
        try {
            String space = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            return Long.toHexString(Long.parseLong(space.replaceAll("\\D", "")));
        } catch (IOException | RuntimeException unknown) {
            return UNKNOWN;
        }
    }

    private static long uidNow() {
        try {
            return Integer.toUnsignedLong(OwnFolder.uid());
        } catch (IOException unknown) {
            return NOBODY;
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unknown) {
            return "";
        }
    }

    @Override
    public String toString() {
        return machine + "." + boot + "." + space + "." + uid;
    }
}
