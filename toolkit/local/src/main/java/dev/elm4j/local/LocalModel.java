package dev.elm4j.local;

import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionModel;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.LikelihoodModel;
import dev.elm4j.model.LikelihoodRequest;
import dev.elm4j.model.Likelihoods;
import dev.langchain4j.model.chat.ChatModel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A Llama-family model in this process. */
public final class LocalModel implements ChatModel, CompletionModel, LikelihoodModel, AutoCloseable {

    private LocalModel() {}

    /** Loads a GGUF file. */
    public static LocalModel of(Path gguf) {
        throw new UnsupportedOperationException();
    }

    /** The tiny model of this jar. */
    public static LocalModel tiny() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Completion> complete(List<CompletionRequest> requests, BooleanSupplier cancelled) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Likelihoods> logLikelihoods(List<LikelihoodRequest> requests, BooleanSupplier cancelled) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
