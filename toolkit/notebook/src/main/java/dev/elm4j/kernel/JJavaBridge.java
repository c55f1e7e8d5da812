package dev.elm4j.kernel;

import dev.elm4j.plot.Bundle;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.DisplayStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.messages.publish.PublishDisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;

/** The bridge to JJava, compiled against 1.0-a6 and of use with every version from there on. */
final class JJavaBridge implements Bridge {

    private final BaseKernel kernel;

    JJavaBridge(BaseKernel kernel) {
        this.kernel = kernel;
    }

    /** The bridge to the kernel of this process, if one runs. */
    static Optional<Bridge> find() {
        return Optional.ofNullable(BaseKernel.notebookKernel()).map(JJavaBridge::new);
    }

    @Override
    public String name() {
        return "JJava " + kernel.getVersion();
    }

    @Override
    public void register(Collection<Class<?>> types) {
        types.forEach(this::register);
    }

    private <T> void register(Class<T> type) {
        kernel.getRenderer()
                .createRegistration(type)
                .preferring(Forms.MIME_TYPES.toArray(String[]::new))
                .register(JJavaBridge::render);
    }

    private static void render(Object value, RenderContext context) {
        Forms.of(value).contents().forEach((type, content) -> {
            if (context.wantsDataRenderedAs(MIMEType.parse(type))) {
                context.getOutputContainer().putData(type, content);
            }
        });
    }

    @Override
    public Optional<Output> running() {
        return environment().map(own -> new CellOutput(own, this::environment));
    }

    /** The kernel keeps what it needs to answer the running cell, and tells nobody; see {@code CellOutput}. */
    private Optional<ShellReplyEnvironment> environment() {
        try {
            var field = DisplayStream.class.getDeclaredField("env");
            field.setAccessible(true);
            return Optional.ofNullable((ShellReplyEnvironment) field.get(kernel.getIO().display));
        } catch (ReflectiveOperationException | RuntimeException changed) { // another version of the kernel
            return Optional.empty();
        }
    }

    /**
     * Answers one cell, also when the kernel has moved on to another. An update names its place by its id, so it may come
     * with the answers of the cell that runs now; some clients listen to no other.
     */
    private record CellOutput(ShellReplyEnvironment own, Supplier<Optional<ShellReplyEnvironment>> running)
            implements Output {

        @Override
        public void show(String id, Bundle bundle) {
            own.publish(new PublishDisplayData(data(id, bundle)));
        }

        @Override
        public void update(String id, Bundle bundle) {
            running.get().orElse(own).publish(new PublishUpdateDisplayData(data(id, bundle)));
        }

        /** The id goes in by hand: {@code setDisplayId} has changed its signature between versions of JJava. */
        private static DisplayData data(String id, Bundle bundle) {
            var data = new DisplayData();
            bundle.contents().forEach(data::putData);
            data.putTransientData("display_id", id);
            return data;
        }
    }
}
