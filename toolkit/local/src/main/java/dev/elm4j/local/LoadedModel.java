package dev.elm4j.local;

import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.model.Likelihoods;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Decoder, tokenizer and kept prefixes of one model. Used on the model's thread only. */
final class LoadedModel implements AutoCloseable {

    /** Most bytes of keys and values at a time; larger batches are cut, in a way that depends on the requests alone. */
    private static final long CACHE_BYTES = 256L << 20;

    private final Decoder decoder;
    private final TextTokenizer tokenizer;
    private final PromptTokens tokens;
    private final KeptPrefixes prefixes;

    private LoadedModel(Decoder decoder, TextTokenizer tokenizer) {
        this.decoder = decoder;
        this.tokenizer = tokenizer;
        this.tokens = new PromptTokens(tokenizer, decoder.config().context());
        this.prefixes = new KeptPrefixes(decoder);
    }

    /** Reads all of an open checkpoint. */
    static LoadedModel read(Checkpoint checkpoint, Backend backend) {
        ModelConfig config = checkpoint.config();
        if (backend.device() == LocalDevice.CPU) {
            FreeMemory.check(
                    checkpoint.name(), MemoryNeed.bytes(checkpoint, config, backend.precision()), FreeMemory.bytes());
        }
        TextTokenizer tokenizer = checkpoint.tokenizer();
        try {
            int size = tokenizer.vocabulary().size();
            if (size != config.vocabulary()) {
                throw BadModelFile.corrupt(
                        checkpoint.name(), "it has %d tokens, but embeds %d".formatted(size, config.vocabulary()));
            }
            return new LoadedModel(new Decoder(checkpoint, config, backend), tokenizer);
        } catch (RuntimeException failure) {
            tokenizer.close();
            throw failure;
        }
    }

    Decoder decoder() {
        return decoder;
    }

    TextTokenizer tokenizer() {
        return tokenizer;
    }

    KeptPrefixes prefixes() {
        return prefixes;
    }

    List<Completion> complete(List<CompletionRequest> requests, Cancellation cancellation) {
        List<TextRow> rows = requests.stream().map(tokens::row).toList();
        List<Completion> completions = new ArrayList<>();
        int size = rowsAtOnce(CompletionBatch.capacity(rows));
        for (int from = 0; from < rows.size(); from += size) {
            List<TextRow> part = rows.subList(from, Math.min(rows.size(), from + size));
            completions.addAll(
                    new CompletionBatch(decoder, tokenizer.vocabulary(), cancellation, part).write(() -> {}));
        }
        return completions;
    }

    /** Writes one text and tells after each token what of it is settled. */
    Completion stream(CompletionRequest request, Consumer<String> settled, Cancellation cancellation) {
        TextRow row = tokens.row(request);
        return new CompletionBatch(decoder, tokenizer.vocabulary(), cancellation, List.of(row))
                .write(() -> settled.accept(row.settled()))
                .get(0);
    }

    List<Likelihoods> score(List<LikelihoodRequest> requests, Cancellation cancellation) {
        return new LikelihoodBatch(decoder, tokens, prefixes, cancellation).score(requests);
    }

    @Override
    public void close() {
        prefixes.close();
        decoder.close();
        tokenizer.close();
    }

    private int rowsAtOnce(int capacity) {
        long rowBytes = decoder.config().cachePerToken() * Float.BYTES * capacity;
        return (int) Math.max(1, Math.min(64, CACHE_BYTES / rowBytes));
    }
}
