package dev.elm4j.kernel;

import dev.elm4j.plot.Bundle;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.DisplayStream;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import java.util.Collection;
import java.util.Optional;

/** The bridge to IJava 1.3.0, compiled against its base library, because IJava itself is in no registry. */
final class IJavaBridge implements Bridge {

    private static final String KERNEL_CLASS = "io.github.spencerpark.ijava.IJava";

    private final BaseKernel kernel;

    IJavaBridge(BaseKernel kernel) {
        this.kernel = kernel;
    }

    /** The bridge to the kernel of this process, if one runs. */
    static Optional<Bridge> find() throws ReflectiveOperationException {
        Object kernel =
                Class.forName(KERNEL_CLASS).getMethod("getKernelInstance").invoke(null);
        return Optional.ofNullable((BaseKernel) kernel).map(IJavaBridge::new);
    }

    @Override
    public String name() {
        return kernel.getBanner();
    }

    @Override
    public void register(Collection<Class<?>> types) {
        types.forEach(this::register);
    }

    private <T> void register(Class<T> type) {
        kernel.getRenderer()
                .createRegistration(type)
                .preferring(Forms.MIME_TYPES.toArray(String[]::new))
                .register(IJavaBridge::render);
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
        return environment().map(CellOutput::new);
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

    /** Answers one cell, also when the kernel has moved on to another. */
    private record CellOutput(ShellReplyEnvironment environment) implements Output {

        @Override
        public void show(String id, Bundle bundle) {
            environment.publish(new PublishDisplayData(data(id, bundle)));
        }

        @Override
        public void update(String id, Bundle bundle) {
            environment.publish(new PublishUpdateDisplayData(data(id, bundle)));
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
