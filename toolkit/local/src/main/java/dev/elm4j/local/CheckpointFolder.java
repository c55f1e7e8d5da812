package dev.elm4j.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An open folder as Hugging Face's Transformers write it: {@code config.json}, {@code tokenizer.json} and
 * {@code model.safetensors}, or shards that {@code model.safetensors.index.json} lists. Not thread-safe.
 */
final class CheckpointFolder implements Checkpoint {

    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";

    private final Path folder;
    private final String name;
    private final ModelConfig config;
    private final List<SafeTensorsFile> files = new ArrayList<>();
    private final Map<String, StoredTensor> stored = new LinkedHashMap<>();
    private final Map<String, TensorEntry> tensors = new LinkedHashMap<>();

    private CheckpointFolder(Path folder, String name) {
        this.folder = folder;
        this.name = name;
        JsonFile json = JsonFile.read(folder.resolve("config.json"));
        this.config = FolderConfig.of(json);
        try {
            if (Files.exists(folder.resolve(INDEX))) {
                shards();
            } else {
                collect(open(SINGLE), Set.of());
            }
            if (json.flag("tie_word_embeddings")) {
                tensors.remove(TensorNames.HEAD);
            } else if (!tensors.containsKey(TensorNames.HEAD)) {
                throw BadModelFile.corrupt(name, "tensor 'lm_head.weight' is missing");
            }
            TensorNames.check(name, tensors, config);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /**
     * Opens a folder.
     *
     * @param name for messages and the model's name
     * @throws IllegalArgumentException with a sentence if a file is missing, damaged or of a kind that cannot be run
     */
    static CheckpointFolder open(Path folder, String name) {
        return new CheckpointFolder(folder, name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ModelConfig config() {
        return config;
    }

    @Override
    public Map<String, TensorEntry> tensors() {
        return tensors;
    }

    @Override
    public void read(String tensor, FloatBuffer out) {
        try {
            stored.get(tensor).read(RowOrder.STORED, out);
        } catch (IOException failure) {
            throw BadModelFile.unreadable(name, failure);
        }
    }

    @Override
    public TextTokenizer tokenizer() {
        return TextTokenizer.of(folder, config.vocabulary());
    }

    @Override
    public ChatTemplate template(Vocabulary vocabulary) {
        return KnownTemplates.of(FolderTemplate.text(folder), vocabulary);
    }

    @Override
    public void close() {
        files.forEach(ModelFile::closeQuietly);
    }

    private SafeTensorsFile open(String file) {
        SafeTensorsFile opened = SafeTensorsFile.open(folder.resolve(file));
        files.add(opened);
        return opened;
    }

    private void shards() {
        JsonFile index = JsonFile.read(folder.resolve(INDEX));
        JsonNode map = index.field("weight_map").orElseThrow(() -> index.missing("weight_map"));
        Map<String, Set<String>> byFile = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            byFile.computeIfAbsent(entry.getValue().asText(), file -> new LinkedHashSet<>())
                    .add(entry.getKey());
        }
        byFile.forEach((file, names) -> {
            if (!Path.of(file).equals(Path.of(file).getFileName())) {
                throw BadModelFile.corrupt(INDEX, "it names the file '%s' outside of its folder".formatted(file));
            }
            if (!Files.exists(folder.resolve(file))) {
                throw BadModelFile.corrupt(name, "the shard %s is missing, of %d".formatted(file, byFile.size()));
            }
            collect(open(file), names);
        });
    }

    /** Takes the tensors of a file; those that its index promises must be there. */
    private void collect(SafeTensorsFile file, Set<String> promised) {
        for (String tensor : promised) {
            if (!file.tensors().containsKey(tensor)) {
                throw BadModelFile.corrupt(file.name(), "tensor '%s' is not in it".formatted(tensor));
            }
        }
        file.tensors().forEach((theirs, tensor) -> {
            if (theirs.endsWith("rotary_emb.inv_freq")) {
                return; // old checkpoints store what follows from the configuration
            }
            String ours = TensorNames.ofTransformers(theirs).orElseThrow(() -> TensorNames.unknown(name, theirs));
            if (stored.put(ours, tensor) != null) {
                throw BadModelFile.corrupt(name, "tensor '%s' is there twice".formatted(theirs));
            }
            tensors.put(ours, tensor.entry());
        });
    }
}
