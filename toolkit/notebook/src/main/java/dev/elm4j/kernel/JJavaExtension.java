package dev.elm4j.kernel;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;

/**
 * What JJava loads by itself when the toolkit comes onto the class path: it registers the renderers and imports the names
 * that cells use.
 *
 * <p>Found through {@code META-INF/services}; nobody makes one by hand. The kernel makes a new one at each change of the
 * class path and installs only the first, so the constructor does nothing.
 */
public final class JJavaExtension implements Extension {

    /**
     * What a cell can name without an import: everything in these packages. A package per import, because each import
     * costs a notebook 35 ms of its start.
     */
    static final List<String> PACKAGES = List.of(
            "dev.elm4j.notebook",
            "dev.elm4j.archive",
            "dev.elm4j.environment",
            "dev.elm4j.operator",
            "dev.elm4j.search",
            "dev.elm4j.functions",
            "dev.elm4j.comparison",
            "dev.elm4j.model",
            "dev.elm4j.prompting",
            "dev.elm4j.judge",
            "dev.elm4j.text",
            "dev.elm4j.environments.opinions");

    /** The same of modules that may be absent: by the name of a class, the package that it stands for. */
    private static final Map<String, List<String>> OPTIONAL =
            Map.of("dev.elm4j.sandbox.Sandbox", List.of("dev.elm4j.sandbox", "dev.elm4j.environments.programs"));

    /** For the service loader. */
    public JJavaExtension() {}

    @Override
    public void install(BaseKernel kernel) {
        try {
            Notebook.attach(new JJavaBridge(kernel));
            PACKAGES.forEach(JJavaExtension::importAll);
            OPTIONAL.forEach(JJavaExtension::importAllIfThere);
        } catch (RuntimeException | LinkageError fault) { // thrown on, it would fail the user's cell
            System.getLogger("dev.elm4j").log(Level.WARNING, "ELM4J could not attach itself to the kernel.", fault);
        }
    }

    @Override
    public void uninstall(BaseKernel kernel) {
        Notebook.shutDown();
    }

    private static void importAllIfThere(String type, List<String> packages) {
        try {
            Class.forName(type, false, JJavaExtension.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            return;
        }
        packages.forEach(JJavaExtension::importAll);
    }

    /** One import at a time and with nothing before it: JShell resets variables over other forms. */
    private static void importAll(String name) {
        BaseNotebookStatics.eval("import " + name + ".*;");
    }
}
