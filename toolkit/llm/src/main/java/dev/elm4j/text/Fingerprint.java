package dev.elm4j.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A few letters that stand for a text: other texts have others. Enough to tell the versions of one prompt apart, no protection
 * against somebody who looks for two texts with the same.
 *
 * <pre>{@code
 * Fingerprint.of("Name a soup.").length();                     // 8
 * Fingerprint.of(List.of("a", "b")).equals(Fingerprint.of(List.of("ab")));   // "false": where a text ends counts
 * }</pre>
 *
 * <p>All methods are pure and safe to call from any thread.
 */
public final class Fingerprint {

    private static final int BYTES = 4;

    private Fingerprint() {}

    /** The first 8 hexadecimal digits of the SHA-256 of a text in UTF-8. */
    public static String of(String text) {
        return shown(digest(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** 8 hexadecimal digits of some texts; where one text ends counts too. */
    public static String of(List<String> texts) {
        MessageDigest digest = digest();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return shown(digest, new byte[0]);
    }

    private static String shown(MessageDigest digest, byte[] last) {
        return HexFormat.of().formatHex(digest.digest(last), 0, BYTES);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
