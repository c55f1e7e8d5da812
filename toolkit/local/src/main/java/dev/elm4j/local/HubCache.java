package dev.elm4j.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Finds models that Hugging Face's own tools have downloaded
 * (<a href="https://huggingface.co/docs/huggingface_hub/guides/manage-cache">layout of the cache</a>). Downloads nothing.
 */
final class HubCache {

    private static final String ID = "[\\w.-]{1,96}/[\\w.-]{1,96}";

    private HubCache() {}

    /** Whether a text could be the name of a model there: {@code owner/name}. */
    static boolean isId(String text) {
        return text.matches(ID);
    }

    /**
     * The folder with the files of a model.
     *
     * @param id {@code owner/name}
     * @param environment value of a variable, or null
     * @throws IllegalArgumentException with the command that downloads it, if it is not there
     */
    static Path folder(String id, UnaryOperator<String> environment) {
        if (!isId(id)) {
            throw new IllegalArgumentException(
                    "A model of the hub is named owner/name, such as Qwen/Qwen2.5-0.5B-Instruct, but '%s' is not. Take LocalModel.of(path) for a file or folder."
                            .formatted(id));
        }
        Path snapshots =
                home(environment).resolve("models--" + id.replace("/", "--")).resolve("snapshots");
        try {
            Path main = snapshots.resolveSibling("refs").resolve("main");
            Path named = Files.exists(main)
                    ? snapshots.resolve(Files.readString(main).strip())
                    : snapshots;
            return Files.isDirectory(named) && !named.equals(snapshots) ? named : only(id, snapshots);
        } catch (IOException failure) {
            throw BadModelFile.unreadable(snapshots, failure);
        }
    }

    private static Path home(UnaryOperator<String> environment) {
        String cache = environment.apply("HF_HUB_CACHE");
        if (cache != null) {
            return Path.of(cache);
        }
        String home = environment.apply("HF_HOME");
        Path base = home != null ? Path.of(home) : Path.of(System.getProperty("user.home"), ".cache", "huggingface");
        return base.resolve("hub");
    }

    private static Path only(String id, Path snapshots) throws IOException {
        List<Path> all = List.of();
        if (Files.isDirectory(snapshots)) {
            try (Stream<Path> list = Files.list(snapshots)) {
                all = list.filter(Files::isDirectory).sorted().toList();
            }
        }
        if (all.size() > 1) {
            throw new IllegalArgumentException(
                    "The cache of Hugging Face has %d versions of %s and does not say which is the newest. Take one of %s with LocalModel.of(path)."
                            .formatted(all.size(), id, snapshots));
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "The model %s is not in the cache of Hugging Face (%s). Download it in a terminal with: huggingface-cli download %s"
                            .formatted(id, snapshots.getParent().getParent(), id));
        }
        return all.get(0);
    }
}
