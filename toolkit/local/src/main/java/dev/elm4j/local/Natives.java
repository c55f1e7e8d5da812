package dev.elm4j.local;

import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtEngine;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Starts the PyTorch engine, or says what is missing. The engine would download missing libraries by itself; that is
 * switched off, as is its call home: the set-up installs everything, and nothing else goes over the network.
 */
final class Natives {

    private static final String REMEDY = " Install ai.djl.pytorch:pytorch-native-cpu:2.7.1 with the classifier of this "
            + "platform (linux-x86_64, linux-aarch64, osx-aarch64 or win-x86_64) on the class path, or set "
            + "PYTORCH_LIBRARY_PATH, PYTORCH_VERSION=2.7.1 and PYTORCH_FLAVOR to a libtorch of that version. "
            + "The set-up (kernel-setup/elm4j.py install) does this.";
    private static final Map<String, String> SETTINGS =
            Map.of("ai.djl.offline", "true", "OPT_OUT_TRACKING", "true", "RUST_FLAVOR", "cpu");

    private Natives() {}

    /**
     * Starts the engine; the second time this does nothing.
     *
     * @throws IllegalStateException with a sentence that says what to install
     */
    static synchronized void start() {
        check(Natives::hasResource);
        SETTINGS.forEach((name, value) -> {
            if (setting(name) == null) {
                System.setProperty(name, value);
            }
        });
        try {
            Engine.getEngine(PtEngine.ENGINE_NAME);
        } catch (RuntimeException | LinkageError | AssertionError failure) {
            throw new IllegalStateException(
                    "The PyTorch engine does not start on %s: %s.%s".formatted(platform(), root(failure), REMEDY),
                    failure);
        }
    }

    /** Without libraries nothing runs: says what to install. */
    static IllegalStateException missing() {
        return new IllegalStateException("The libraries of PyTorch are missing.%s".formatted(REMEDY));
    }

    /** @param resources whether the class path has a resource of this name */
    static void check(Predicate<String> resources) {
        if (!resources.test("jnilib/pytorch.properties")) {
            throw new IllegalStateException("The bridge between Java and PyTorch is missing. Install "
                    + "ai.djl.pytorch:pytorch-jni:2.7.1-0.35.1 on the class path. "
                    + "The set-up (kernel-setup/elm4j.py install) does this.");
        }
    }

    private static boolean hasResource(String name) {
        return Natives.class.getClassLoader().getResource(name) != null;
    }

    /** Of the environment, else of the system properties; null if it is not set. */
    static String setting(String name) {
        String environment = System.getenv(name);
        return environment != null ? environment : System.getProperty(name);
    }

    private static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).replaceFirst("\\.$", "");
    }
}
