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
 * is [embedding, cosines, sines, last norm, then of each layer two norms, the bias of query-key-value if there is one, and
 * the norms of the heads if there are some]; {@code m} is [head, then query-key-value, output,
 * gate-up, down of each layer]; {@code cache} is [layers, key or value, rows, heads, tokens, head size]; {@code shape} is
 * [layers, heads, key heads, head size, vectors of a layer,
 * 1 for a bias, 1 for norms of heads]. In {@code groups}, one number for each cached and new token of a row, a token sees
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
                    case FP32 -> plain(text, 6);
                    case FP16 -> plain(text, 5);
                    case BF16 -> plain(text, 15);
                    case FP16_PACKED -> packed(text);
                    case AUTO -> throw new IllegalArgumentException("The precision must have been chosen.");
                });
    }

    /** @param type PyTorch's number of the type of the matrices: 5 half, 6 float, 15 bfloat16 */
    private static String plain(String text, int type) {
        String linear = "torch.linear(%s, m[i], None)".formatted(cast("x", type));
        return text.replace("@MATRIX@", "Tensor")
                .replace("@LINEAR@", cast(linear, 6))
                .replace("@PACK@", cast("x", type))
                .replace("@TABLE@", cast("x", type))
                .replace("@SHARE@", "torch.len(torch.append(m, w[0]))");
    }

    private static String packed(String text) {
        return text.replace("@MATRIX@", "__torch__.torch.classes.quantized.LinearPackedParamsBase")
                .replace("@LINEAR@", "ops.quantized.linear_dynamic_fp16(x, m[i])")
                .replace("@PACK@", "ops.quantized.linear_prepack_fp16(x, None)")
                .replace("@TABLE@", cast("x", 5))
                .replace("@SHARE@", "0");
    }

    /** No copy where the type is this one already. */
    private static String cast(String tensor, int type) {
        return "torch.to(%s, %d, False, False, None)".formatted(tensor, type);
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
