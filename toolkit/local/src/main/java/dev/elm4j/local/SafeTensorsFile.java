package dev.elm4j.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An open SafeTensors file, or one shard of a model, whose header has been read and whose tensors all lie inside it
 * (<a href="https://github.com/huggingface/safetensors#format">format</a>). Files may be larger than 2 GB. Not thread-safe.
 */
final class SafeTensorsFile implements Closeable {

    private static final long MOST_HEADER = 100L << 20; // the format's own limit
    private static final int PREAMBLE = Long.BYTES;

    private final String name;
    private final FileChannel channel;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();

    private SafeTensorsFile(Path file, FileChannel channel) throws IOException {
        this.name = String.valueOf(file.getFileName());
        this.channel = channel;
        Bytes bytes = Bytes.of(channel);
        long start = PREAMBLE + headerLength(bytes);
        byte[] header = new byte[(int) (start - PREAMBLE)];
        bytes.read(PREAMBLE, ByteBuffer.wrap(header));
        JsonFile json = JsonFile.parse(name, header);
        for (Map.Entry<String, JsonNode> field : json.root().properties()) {
            if (!field.getKey().equals("__metadata__")) {
                TensorEntry entry = entry(field.getKey(), new JsonFile(name, field.getValue()), bytes.size() - start);
                tensors.put(entry.name(), new StoredTensor(bytes, start + entry.offset(), entry));
            }
        }
    }

    /** @throws IllegalArgumentException with a sentence if it cannot be read or is damaged */
    static SafeTensorsFile open(Path file) {
        if (!Files.exists(file)) {
            throw BadModelFile.missing(file);
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file);
            return new SafeTensorsFile(file, channel);
        } catch (IOException failure) {
            ModelFile.closeQuietly(channel);
            throw BadModelFile.unreadable(file, failure);
        } catch (RuntimeException failure) {
            ModelFile.closeQuietly(channel);
            throw failure;
        }
    }

    String name() {
        return name;
    }

    /** By their names in the file. */
    Map<String, StoredTensor> tensors() {
        return tensors;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private long headerLength(Bytes bytes) throws IOException {
        long size = bytes.size();
        if (size == 0) {
            throw BadModelFile.empty(name);
        }
        if (size < PREAMBLE) {
            throw BadModelFile.tooShort(name, "its header", PREAMBLE, size);
        }
        ByteBuffer preamble = ByteBuffer.allocate(PREAMBLE).order(ByteOrder.LITTLE_ENDIAN);
        bytes.read(0, preamble);
        long length = preamble.getLong(0);
        if (length < 2 || length > MOST_HEADER) {
            throw BadModelFile.corrupt(
                    name, "its header should have 2 to %,d bytes, but announces %,d".formatted(MOST_HEADER, length));
        }
        if (PREAMBLE + length > size) {
            throw BadModelFile.tooShort(name, "its header", PREAMBLE + length, size);
        }
        return length;
    }

    private TensorEntry entry(String tensor, JsonFile json, long dataBytes) {
        BlockType type = type(tensor, json.text("dtype").orElse("none"));
        JsonNode offsets = json.field("data_offsets").orElseThrow(() -> json.missing("data_offsets"));
        TensorEntry entry = TensorEntry.of(
                name,
                tensor,
                json.field("shape").orElseThrow(() -> json.missing("shape")),
                type,
                offsets.path(0).asLong(-1));
        long end = offsets.path(1).asLong(-1);
        if (entry.offset() < 0 || end - entry.offset() != entry.bytes()) {
            throw BadModelFile.corrupt(
                    name,
                    "tensor '%s' needs %,d bytes, but has the offsets %s".formatted(tensor, entry.bytes(), offsets));
        }
        if (end > dataBytes) {
            throw BadModelFile.tooShort(name, "tensor '" + tensor + "'", end, dataBytes);
        }
        return entry;
    }

    private BlockType type(String tensor, String dtype) {
        return switch (dtype) {
            case "F32" -> BlockType.F32;
            case "F16" -> BlockType.F16;
            case "BF16" -> BlockType.BF16;
            default ->
                throw BadModelFile.unsupported(
                        name,
                        "holds tensor '%s' of the type %s, but F32, F16 and BF16 are the types that can be read"
                                .formatted(tensor, dtype),
                        "Give the checkpoint that is not quantised.");
        };
    }
}
