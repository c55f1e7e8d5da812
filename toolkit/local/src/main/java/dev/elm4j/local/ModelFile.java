package dev.elm4j.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An open GGUF file, version 3, whose header has been read and whose tensors have all been found to lie inside it.
 *
 * <pre>{@code
 * try (ModelFile file = ModelFile.open(Path.of("SmolLM2-135M-Instruct.Q4_1.gguf"))) {
 *     file.config().layers();   // 30
 * }
 * }</pre>
 *
 * <p>Not thread-safe.
 */
final class ModelFile implements Checkpoint {

    private static final int MAGIC = 0x46554747;
    private static final int VERSION = 3;
    private static final int DEFAULT_ALIGNMENT = 32;
    private static final int MOST_DIVISORS = 4096;

    private final String name;
    private final Bytes bytes;
    private final Closeable resource;
    private final Metadata metadata;
    private final Map<String, TensorEntry> tensors = new LinkedHashMap<>();
    private final long dataStart;
    private final List<Double> rotary;

    private ModelFile(String name, Bytes bytes, Closeable resource) throws IOException {
        this.name = name;
        this.bytes = bytes;
        this.resource = resource;
        GgufInput in = new GgufInput(name, bytes);
        checkBeginning(in);
        int tensorCount = in.count(24);
        int keyCount = in.count(12);
        this.metadata = Metadata.read(name, in, keyCount);
        for (int i = 0; i < tensorCount; i++) {
            TensorEntry entry = TensorEntry.read(name, in);
            if (tensors.put(entry.name(), entry) != null) {
                throw BadModelFile.corrupt(name, "tensor '%s' is there twice".formatted(entry.name()));
            }
        }
        long alignment = Math.max(1, metadata.integer("general.alignment").orElse(DEFAULT_ALIGNMENT));
        this.dataStart = (in.position() + alignment - 1) / alignment * alignment;
        checkEnds();
        this.rotary = rotaryDivisors();
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws IllegalArgumentException with a sentence if there is no such file or it holds no model that can be run
     */
    static ModelFile open(Path file) {
        if (!Files.exists(file)) {
            throw BadModelFile.missing(file);
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file);
            return new ModelFile(file.getFileName().toString(), Bytes.of(channel), channel);
        } catch (IOException failure) {
            closeQuietly(channel);
            throw BadModelFile.unreadable(file, failure);
        } catch (RuntimeException failure) {
            closeQuietly(channel);
            throw failure;
        }
    }

    /** Reads a file that is already in memory. */
    static ModelFile of(String name, byte[] content) {
        try {
            return new ModelFile(name, Bytes.of(content), () -> {});
        } catch (IOException failure) {
            throw BadModelFile.unreadable(name, failure);
        }
    }

    /** File name with its extension. */
    @Override
    public String name() {
        return name;
    }

    Metadata metadata() {
        return metadata;
    }

    @Override
    public Map<String, TensorEntry> tensors() {
        return tensors;
    }

    @Override
    public ModelConfig config() {
        TensorEntry embedding = tensors.get(TensorNames.EMBEDDING);
        ModelConfig config = GgufConfig.of(metadata, embedding == null ? 0 : embedding.rows(), rotary);
        TensorNames.check(name, tensors, config);
        return config;
    }

    @Override
    public TextTokenizer tokenizer() {
        return TextTokenizer.of(metadata);
    }

    @Override
    public ChatTemplate template(Vocabulary vocabulary) {
        return KnownTemplates.of(metadata.text("tokenizer.chat_template"), vocabulary);
    }

    @Override
    public void read(String tensor, FloatBuffer out) {
        boolean turned = tensor.contains(".attn_q.") || tensor.contains(".attn_k.");
        ModelConfig config = turned ? config() : null;
        read(
                tensors.get(tensor),
                turned && config.architecture().interleaved() ? RowOrder.rotary(config.headSize()) : RowOrder.STORED,
                out);
    }

    /** Appends a tensor with its rows in this order; see {@link RowOrder}. */
    void read(TensorEntry tensor, RowOrder order, FloatBuffer out) {
        try {
            new StoredTensor(bytes, dataStart + tensor.offset(), tensor).read(order, out);
        } catch (IOException failure) {
            throw BadModelFile.unreadable(name, failure);
        }
    }

    @Override
    public void close() {
        closeQuietly(resource);
    }

    /** They are stored like a tensor, but belong to the shape. */
    private List<Double> rotaryDivisors() {
        TensorEntry divisors = tensors.get(TensorNames.ROTARY);
        if (divisors == null) {
            return List.of();
        }
        if (divisors.elements() > MOST_DIVISORS) {
            throw BadModelFile.corrupt(name, "it has %,d rotary factors".formatted(divisors.elements()));
        }
        float[] values = new float[(int) divisors.elements()];
        read(divisors, RowOrder.STORED, FloatBuffer.wrap(values));
        tensors.remove(TensorNames.ROTARY);
        return IntStream.range(0, values.length)
                .mapToObj(i -> (double) values[i])
                .toList();
    }

    private void checkBeginning(GgufInput in) throws IOException {
        int length = (int) Math.min(4, bytes.size());
        if (length == 0) {
            throw BadModelFile.empty(name);
        }
        byte[] beginning = new byte[length];
        bytes.read(0, ByteBuffer.wrap(beginning));
        if (length < 4 || in.int32() != MAGIC) {
            throw BadModelFile.foreign(
                    name, HexFormat.ofDelimiter(" ").withUpperCase().formatHex(beginning));
        }
        int version = in.int32();
        if (version != VERSION) {
            throw BadModelFile.unsupported(
                    name,
                    "is in GGUF version %d, but version %d is needed".formatted(version, VERSION),
                    "Give a newer copy of the model.");
        }
    }

    private void checkEnds() throws IOException {
        long size = bytes.size();
        for (TensorEntry tensor : tensors.values()) {
            if (tensor.offset() < 0 || tensor.offset() > Long.MAX_VALUE / 2) {
                throw BadModelFile.corrupt(name, "tensor '%s' begins nowhere".formatted(tensor.name()));
            }
            long end = dataStart + tensor.offset() + tensor.bytes();
            if (end > size) {
                throw BadModelFile.tooShort(name, "tensor '" + tensor.name() + "'", end, size);
            }
        }
    }

    static void closeQuietly(Closeable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (IOException failure) {
            // The file was only read: nothing is lost.
        }
    }
}
