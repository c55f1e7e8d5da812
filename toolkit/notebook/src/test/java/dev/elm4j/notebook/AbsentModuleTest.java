package dev.elm4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The facade on a class path without a module that is optional, called by a program that was compiled with it. */
class AbsentModuleTest {

    private static final String PROGRAM =
            """
            import dev.elm4j.notebook.Models;
            import java.util.ArrayList;
            import java.util.List;

            public class Program {
                public static List<String> said() {
                    var said = new ArrayList<String>();
                    for (Runnable call : List.<Runnable>of(
                            () -> Models.tiny(), () -> Models.local(), () -> Models.local("any.gguf"))) {
                        try {
                            call.run();
                        } catch (IllegalStateException sentence) {
                            said.add(sentence.getMessage());
                        }
                    }
                    said.add(Models.ollama("llama3.2").name());
                    return said;
                }
            }
            """;

    @TempDir
    private Path folder;

    private URLClassLoader without(String module) throws IOException {
        var urls = new ArrayList<URL>(List.of(folder.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String path = entry.replace(File.separatorChar, '/');
            if (!path.contains("toolkit/" + module + "/") && !path.contains("elm4j-" + module)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @Test
    void modelsInTheKernelSayWhatIsMissingAndOthersWork() throws Exception {
        Path source = Files.writeString(folder.resolve("Program.java"), PROGRAM);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-cp", System.getProperty("java.class.path"), source.toString()))
                .isZero();
        try (URLClassLoader loader = without("local")) {
            List<?> said =
                    (List<?>) loader.loadClass("Program").getMethod("said").invoke(null);
            assertThat(said).hasSize(4);
            assertThat(said.subList(0, 3))
                    .allSatisfy(sentence -> assertThat(sentence.toString()).contains("needs the module elm4j-local"));
            assertThat(said.get(3)).isEqualTo("llama3.2");
        }
    }

    @Test
    void withoutTheSandboxOtherValuesAreShown() throws Exception {
        try (URLClassLoader loader = without("sandbox")) {
            Class<?> bundles = loader.loadClass("dev.elm4j.plot.Bundles");
            assertThat((List<?>) bundles.getMethod("types").invoke(null))
                    .extracting(type -> ((Class<?>) type).getSimpleName())
                    .contains("Archive", "Estimate")
                    .doesNotContain("ProgramResult");
        }
    }
}
