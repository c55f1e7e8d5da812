package dev.elm4j.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The decoder as TorchScript text ({@code llama.torchscript} beside this class), put into the archive that PyTorch loads.
 *
 * <p>Written as text it needs no Python to make, and a step is one call from Java instead of hundreds. Names in it: {@code w}
 * is [embedding, cosines, sines, last norm, then two norms a layer]; {@code m} is [head, then query-key-value, output,
 * gate-up, down of each layer]; {@code cache} is [layers, key or value, rows, heads, tokens, head size]; {@code shape} is
 * [layers, heads, key heads, head size]. In {@code groups}, one number for each cached and new token of a row, a token sees
 * those before it of group 0 and of its own group.
 */
final class LlamaScript {

    private static final String RESOURCE = "llama.torchscript";

    private LlamaScript() {}

    /** A TorchScript archive whose linear layers compute in this precision. */
    static byte[] archive(Precision precision) {
        String text = text();
        return zip(
                switch (precision) {
                    case FP32 -> text.replace("@MATRIX@", "Tensor").replace("@LINEAR@", "torch.linear(x, m[i], None)");
                    case FP16_PACKED ->
                        text.replace("@MATRIX@", "__torch__.torch.classes.quantized.LinearPackedParamsBase")
                                .replace("@LINEAR@", "ops.quantized.linear_dynamic_fp16(x, m[i])");
                });
    }

    private static String text() {
        try (InputStream in = LlamaScript.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("The resource " + RESOURCE + " of this jar cannot be read.", failure);
        }
    }

    private static byte[] zip(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "llama/data.pkl", module());
            put(zip, "llama/code/__torch__.py", text.getBytes(StandardCharsets.UTF_8));
            put(zip, "llama/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'}); // an empty tuple
            put(zip, "llama/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException impossible) {
            throw new AssertionError("Nothing can fail in memory.", impossible);
        }
        return out.toByteArray();
    }

    /** A pickle, protocol 2, of an object of the class with {@code training = True}. */
    private static byte[] module() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x80, 2});
        out.writeBytes("c__torch__\nLlama\n".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {')', (byte) 0x81, '}', '(', 'X', 8, 0, 0, 0});
        out.writeBytes("training".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {(byte) 0x88, 'u', 'b', '.'});
        return out.toByteArray();
    }

    /** Stored, not deflated: PyTorch maps the entries. */
    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
