package dev.elm4j.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;

/**
 * What a model is called, to a person and in a run's identity.
 *
 * <pre>{@code
 * ModelName.of(model);         // gpt-4o-mini
 * ModelName.identity(model);   // gpt-4o-mini {"temperature":0.7}; of a model in the kernel also how it runs
 * }</pre>
 */
public final class ModelName {

    private ModelName() {}

    /**
     * What the model says of itself if it is {@link Identified}, or else its name with the parameters that go with each of
     * its requests.
     */
    public static String identity(Object model) {
        if (model instanceof Identified identified) {
            return identified.identity();
        }
        return model instanceof ChatModel chat ? identity(of(model), chat) : of(model);
    }

    /** A chat model's identity under another name. */
    static String identity(String name, ChatModel model) {
        if (model.defaultRequestParameters() == null) {
            return name;
        }
        ObjectNode parameters = ChatJson.parameters(model.defaultRequestParameters());
        parameters.remove("model");
        return parameters.isEmpty() ? name : name + " " + parameters;
    }

    /** The model name of its default request parameters, or else the simple name of its class. */
    public static String of(Object model) {
        if (model instanceof RemoteModel remote) {
            return remote.name();
        }
        if (model instanceof ChatModel chat
                && chat.defaultRequestParameters() != null
                && chat.defaultRequestParameters().modelName() != null) {
            return chat.defaultRequestParameters().modelName();
        }
        if (model instanceof EmbeddingModel embedding && isName(embedding.modelName())) {
            return embedding.modelName();
        }
        Class<?> type = model.getClass();
        return type.isAnonymousClass() || type.isHidden() || type.isSynthetic() ? "unnamed" : type.getSimpleName();
    }

    /** Whether it is one; models that know no name say {@code unknown}. */
    private static boolean isName(String name) {
        return name != null && !name.equals("unknown");
    }
}
