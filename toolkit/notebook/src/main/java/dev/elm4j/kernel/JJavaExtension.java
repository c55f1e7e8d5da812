package dev.elm4j.kernel;

import java.lang.System.Logger.Level;
import java.util.List;
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

    /** What a cell can name without an import; those that are not on the class path are left out. */
    private static final List<String> IMPORTS = List.of(
            "dev.elm4j.notebook.Elm",
            "dev.elm4j.notebook.Models",
            "dev.elm4j.notebook.Plots",
            "dev.elm4j.notebook.Tables",
            "dev.elm4j.notebook.Runs",
            "dev.elm4j.notebook.Lineage",
            "dev.elm4j.archive.Archive",
            "dev.elm4j.archive.Axis",
            "dev.elm4j.archive.Elite",
            "dev.elm4j.archive.Tessellation",
            "dev.elm4j.search.Budget",
            "dev.elm4j.search.Search",
            "dev.elm4j.environment.Environment",
            "dev.elm4j.environment.Evaluation",
            "dev.elm4j.operator.Gaussian",
            "dev.elm4j.functions.Functions",
            "dev.elm4j.prompting.Crossover",
            "dev.elm4j.environments.opinions.Opinions");

    /** For the service loader. */
    public JJavaExtension() {}

    @Override
    public void install(BaseKernel kernel) {
        try {
            Notebook.attach(new JJavaBridge(kernel));
            IMPORTS.stream().filter(JJavaExtension::isHere).forEach(JJavaExtension::importName);
        } catch (RuntimeException | LinkageError fault) { // thrown on, it would fail the user's cell
            System.getLogger("dev.elm4j").log(Level.WARNING, "ELM4J could not attach itself to the kernel.", fault);
        }
    }

    @Override
    public void uninstall(BaseKernel kernel) {
        Notebook.shutDown();
    }

    private static boolean isHere(String name) {
        try {
            Class.forName(name, false, JJavaExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    /** One import at a time and with nothing before it: JShell resets variables over other forms. */
    private static void importName(String name) {
        BaseNotebookStatics.eval("import " + name + ";");
    }
}
