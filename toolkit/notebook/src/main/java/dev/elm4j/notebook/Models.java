package dev.elm4j.notebook;

import dev.elm4j.kernel.Notebook;
import dev.elm4j.local.LocalModel;
import dev.elm4j.local.LocalSettings;
import dev.elm4j.model.Endpoint;
import dev.elm4j.model.RemoteModel;
import dev.elm4j.model.RemoteModels;
import dev.elm4j.model.ScriptedModel;
import dev.elm4j.model.TritonModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Models by name. What was loaded stays loaded: running a cell again gives the same model and costs nothing, unless somebody
 * closed it; then it is loaded anew.
 *
 * <pre>{@code
 * var model = Models.local();                       // SmolLM2-135M-Instruct in this kernel, no key
 * var quick = Models.tiny();                        // the few hundred KB in this library's jar
 * var other = Models.local("models/another.gguf");
 * }</pre>
 *
 * <p>Remote ones:
 *
 * <pre>{@code
 * var hosted = Models.openAi("gpt-4o-mini", "sk-my-key");   // without the key: that of OPENAI_API_KEY
 * var served = Models.openAiCompatible("http://127.0.0.1:8080/v1", "qwen2.5-coder");
 * var small = Models.ollama("llama3.2");
 * }</pre>
 *
 * <p>Nothing is sent before one is asked, and in a search each attempt is paid for by the budget before it is made. Any
 * langchain4j {@code ChatModel} that you build yourself does as well. Safe for use by several threads.
 */
public final class Models {

    static {
        Notebook.attach();
    }

    private static final Pattern HUB_ID = Pattern.compile("[\\w-]+(?:\\.[\\w-]+)*/[\\w.-]+(?<!\\.gguf)");

    private static final Map<Object, LocalModel> LOADED = new HashMap<>();

    private Models() {}

    /**
     * The default model, in this process: SmolLM2-135M-Instruct, as the set-up brings it. Without its file it is the tiny
     * model, and a line says so.
     *
     * <p>The environment variable {@code ELM4J_MODEL}, a file or the word {@code tiny}, chooses another default.
     *
     * @throws IllegalArgumentException if {@code ELM4J_MODEL} names a file that is not there
     */
    public static LocalModel local() {
        return inKernel(() -> local(ModelFiles.ofProcess()));
    }

    private static LocalModel local(ModelFiles files) {
        return files.present().map(Models::local).orElseGet(() -> {
            if (!files.tiny()) {
                Notebook.say(missing(files));
            }
            return tiny();
        });
    }

    private static String missing(ModelFiles files) {
        return ("The model file %s is not here, so this is the tiny model, which writes toy sentences only. "
                        + "To get the real one: python3 kernel-setup/elm4j.py install")
                .formatted(files.expected());
    }

    /**
     * A model from a GGUF file or a folder with SafeTensors, in this process.
     *
     * @param file of the family llama, qwen2 or qwen3
     * @throws IllegalArgumentException if there is no such file
     */
    public static LocalModel local(Path file) {
        return inKernel(() -> present(file, LocalSettings.defaults()));
    }

    /**
     * A model from a GGUF file or a folder with SafeTensors, run as these settings say.
     *
     * @param settings device, precision, threads, chat template; {@link LocalSettings#defaults} for the best of this machine
     * @throws IllegalArgumentException if there is no such file or folder, or it cannot be run
     */
    public static LocalModel local(Path path, LocalSettings settings) {
        return inKernel(() -> present(path, settings));
    }

    private static LocalModel present(Path path, LocalSettings settings) {
        Path place = path.toAbsolutePath().normalize();
        if (!Files.exists(place)) {
            throw new IllegalArgumentException(
                    "There is no model file %s. Check the path, or use Models.local() for the default or Models.tiny()."
                            .formatted(place));
        }
        return loaded(List.of(place, settings), () -> LocalModel.of(place, settings));
    }

    /**
     * A model from a file or folder, as {@link #local(Path)}; or, if there is none of this name, from Hugging Face's cache on
     * this machine.
     *
     * @param file a path, or {@code owner/name} of a model that Hugging Face's own tools have downloaded
     */
    public static LocalModel local(String file) {
        Path path = Path.of(file);
        return HUB_ID.matcher(file).matches() && !Files.exists(path)
                ? inKernel(() -> loaded(file, () -> LocalModel.hub(file, LocalSettings.defaults())))
                : local(path);
    }

    /** The byte-level model in this library's jar: enough to see everything work, within seconds. */
    public static LocalModel tiny() {
        return inKernel(() -> loaded(ModelFiles.TINY, LocalModel::tiny));
    }

    /**
     * A model that answers by a function of the prompt: for trying things without a model.
     *
     * @param answer from a prompt to an answer
     */
    public static ScriptedModel scripted(UnaryOperator<String> answer) {
        return ScriptedModel.of(answer);
    }

    /**
     * A model at OpenAI, with the key of the environment variable {@code OPENAI_API_KEY}.
     *
     * @param name as OpenAI calls it, such as {@code gpt-4o-mini}
     * @throws IllegalStateException if there is no such variable
     */
    public static RemoteModel openAi(String name) {
        return Sentence.orValue(() -> RemoteModels.openAi(name));
    }

    /**
     * A model at OpenAI.
     *
     * @param name as OpenAI calls it, such as {@code gpt-4o-mini}
     * @param key never shown, journaled or recorded; a notebook is better off with the environment variable
     */
    public static RemoteModel openAi(String name, String key) {
        return Sentence.orValue(() -> RemoteModels.openAi(name, key));
    }

    /**
     * A model at a server that speaks as OpenAI does and wants no key: llama.cpp, vLLM, DeepSpeed-MII, LM Studio, Triton's
     * OpenAI front end.
     *
     * @param url with the {@code /v1} at its end, if the server has one
     * @param name as the server calls it
     */
    public static RemoteModel openAiCompatible(String url, String name) {
        return openAiCompatible(() -> Endpoint.of(url), name);
    }

    /** A model at a server that speaks as OpenAI does; as {@link #openAiCompatible(String, String)}, with a key. */
    public static RemoteModel openAiCompatible(String url, String name, String key) {
        return openAiCompatible(() -> Endpoint.of(url).key(key), name);
    }

    private static RemoteModel openAiCompatible(Supplier<Endpoint> endpoint, String name) {
        return Sentence.orValue(() -> RemoteModels.openAiCompatible(endpoint.get(), name));
    }

    /** A model that Ollama serves on this machine, where it usually does; free. */
    public static RemoteModel ollama(String name) {
        return ollama(RemoteModels.OLLAMA, name);
    }

    /** A model that Ollama serves at this address, such as {@code http://127.0.0.1:11434}; free. */
    public static RemoteModel ollama(String url, String name) {
        return Sentence.orValue(() -> RemoteModels.ollama(Endpoint.of(url), name));
    }

    /**
     * A model that Triton Inference Server serves by its generate extension, with the vLLM back end; {@code .tensorRt()} is
     * for the other one. Free.
     *
     * @param url of the server's root, such as {@code http://127.0.0.1:8000}
     * @param name of the model in its repository
     */
    public static TritonModel triton(String url, String name) {
        return Sentence.orValue(() -> RemoteModels.triton(Endpoint.of(url), name));
    }

    private static synchronized LocalModel loaded(Object key, Supplier<LocalModel> loader) {
        LocalModel known = LOADED.get(key);
        if (known == null || known.isClosed()) {
            known = loader.get();
            LOADED.put(key, known);
        }
        return known;
    }

    /**
     * What concerns models in the kernel, whose module may be absent. The supplier is of any object: one of a local model could
     * not even be made without the module.
     */
    private static LocalModel inKernel(Supplier<Object> model) {
        return (LocalModel) Sentence.orValue(() -> {
            try {
                return model.get();
            } catch (NoClassDefFoundError absent) {
                throw new IllegalStateException(
                        "A model in the kernel needs the module elm4j-local and its engine on the class path, but '%s' is missing."
                                .formatted(absent.getMessage()),
                        absent);
            }
        });
    }
}
