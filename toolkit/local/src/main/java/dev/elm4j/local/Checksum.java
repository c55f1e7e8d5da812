package dev.elm4j.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a file. */
final class Checksum {

    private static final int BUFFER = 1 << 16;

    private Checksum() {}

    /** 64 hexadecimal digits, in small letters. */
    static String sha256(Path file) {
        if (!Files.exists(file)) {
            throw BadModelFile.missing(file);
        }
        try (FileChannel channel = FileChannel.open(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw BadModelFile.unreadable(file, failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java platform has SHA-256.", impossible);
        }
    }

    /** @throws IllegalArgumentException if the file's checksum is another one */
    static void verify(Path file, String expected) {
        String actual = sha256(file);
        if (!actual.equalsIgnoreCase(expected)) {
            throw new IllegalArgumentException(
                    "The model file %s is not the expected one: its SHA-256 should be %s, but is %s. Delete it and download it again."
                            .formatted(file, expected, actual));
        }
    }
}
