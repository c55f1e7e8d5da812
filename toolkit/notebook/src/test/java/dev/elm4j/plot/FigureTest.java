package dev.elm4j.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Tessellation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tech.tablesaw.plotly.traces.HeatmapTrace;

class FigureTest {

    private static final Page PAGE = Page.online().ids(() -> "one");

    @Test
    void hasAllFourFormsRichestFirst() {
        assertThat(Heatmap.of(Samples.archive(5)).bundle(PAGE).types())
                .containsExactly(Bundle.PLOTLY, Bundle.HTML, Bundle.PNG, Bundle.TEXT);
    }

    @Test
    void theImageIsAsLargeAsThePlotAndShowsTheElites() throws IOException {
        var archive = Archive.<String>of(
                Tessellation.grid(Axis.of("a", 0, 1).bins(2), Axis.of("b", 0, 1).bins(2)));
        archive.add("best", 1, 0.9, 0.1);
        var image =
                ImageIO.read(new ByteArrayInputStream(Heatmap.of(archive).png().orElseThrow()));
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(500);
        assertThat(image.getRGB(420, 340) & 0xffffff).as("lower right cell").isEqualTo(0xfde725);
        assertThat(image.getRGB(190, 340) & 0xffffff).as("empty cell").isEqualTo(0xe6e6e6);
    }

    @Test
    void aFigureIsLightInANotebook() {
        for (Figure figure : List.of(Heatmap.of(Samples.archive(10)), Curves.of(Samples.history(50, 0.1)))) {
            Bundle bundle = figure.bundle(PAGE);
            int figures = bundle.plotly().orElseThrow().toString().length();
            assertThat(bundle.png().orElseThrow()).hasSizeLessThan(25_000);
            assertThat(bundle.html().orElseThrow()).hasSizeLessThan(30_000 + 2 * figures);
        }
    }

    @Test
    void anImageKeepsItsFrequentColoursAndHasTwoHundredAndFiftySixAtMost() throws IOException {
        var image = new java.awt.image.BufferedImage(100, 100, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 10_000; i++) {
            image.setRGB(i % 100, i / 100, i < 5_000 ? 0x123456 : i * 7);
        }
        var indexed = Palette.of(image).indexed(image);
        assertThat(indexed.getRGB(5, 5) & 0xffffff).isEqualTo(0x123456);
        var colours = new java.util.HashSet<Integer>();
        for (int i = 0; i < 10_000; i++) {
            colours.add(indexed.getRGB(i % 100, i / 100));
        }
        assertThat(colours).hasSizeLessThanOrEqualTo(Palette.MOST).hasSizeGreaterThan(200);
    }

    @Test
    void withoutFontsAnSvgTakesThePlaceOfTheImage() {
        Painter broken = Painter.of((drawing, scale) -> {
            throw new InternalError("java.lang.reflect.InvocationTargetException");
        });
        Bundle bundle = Heatmap.of(Samples.archive(5)).bundle(PAGE.painter(broken));
        assertThat(bundle.png()).isEmpty();
        assertThat(bundle.html().orElseThrow())
                .contains("<svg ", "length (words)")
                .doesNotContain("<img");
    }

    @Test
    void everyRenderHasItsOwnName() {
        var names = new ArrayList<>(List.of("first", "second"));
        Page page = PAGE.ids(() -> names.remove(0));
        Figure figure = Heatmap.of(Samples.archive(5));
        assertThat(figure.bundle(page).html().orElseThrow()).contains("id=\"elm4j-first\"");
        assertThat(figure.bundle(page).html().orElseThrow()).contains("id=\"elm4j-second\"");
    }

    @Test
    void offlinePagesNameNoAddressAndStillPagesHaveNoScript() {
        Figure figure = Heatmap.of(Samples.archive(5));
        assertThat(figure.bundle(Page.offline()).html().orElseThrow()).doesNotContain("http");
        assertThat(figure.bundle(Page.still()).types()).containsExactly(Bundle.PNG, Bundle.TEXT);
    }

    @Test
    void theVendoredScriptIsTheOneThatThePinnedAddressGives() throws Exception {
        byte[] script = new GZIPInputStream(new ByteArrayInputStream(PlotlyScript.packed())).readAllBytes();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-384").digest(script));
        assertThat(Heatmap.of(Samples.archive(2)).bundle(PAGE).html().orElseThrow())
                .contains("sha384-" + hash);
        assertThat(PlotlyScript.packed()).hasSizeLessThan(600_000);
    }

    @Test
    void colourRangeIsFixedWhereObjectivesAllow() {
        assertThat(trace(Heatmap.of(Samples.archive(5))))
                .containsEntry("zmin", 0.0)
                .containsEntry("zmax", 1.0);
        var archive = Archive.<String>of(Tessellation.grid(Axis.of("a", 0, 1)));
        archive.add("x", -3, 0.5);
        archive.add("y", 7, 0.1);
        assertThat(trace(Heatmap.of(archive))).containsEntry("zmin", -3.0).containsEntry("zmax", 7.0);
        assertThatThrownBy(() -> Heatmap.of(archive, 1, 1)).hasMessageContaining("min < max");
    }

    @Test
    void moreThanTwoAxesShowTheBestOfEachPairOfBinsAndSaySo() {
        var archive = Archive.<String>of(Tessellation.grid(
                Axis.of("a", 0, 1).bins(1),
                Axis.of("b", 0, 1).bins(1),
                Axis.of("c", 0, 1).bins(2)));
        archive.add("low", 0.2, 0.5, 0.5, 0.1);
        archive.add("high", 0.8, 0.5, 0.5, 0.9);
        Figure figure = Heatmap.of(archive);
        assertThat(trace(figure).get("z")).isEqualTo(List.of(List.of(0.8)));
        assertThat(figure.summary()).contains("best elite per a and b; 3 axes in all");
    }

    @Test
    void anEmptyArchiveIsAPictureToo() {
        Figure figure = Heatmap.of(Archive.of(Tessellation.grid(Axis.of("a", 0, 1))));
        assertThat(figure.png()).isPresent();
        assertThat(figure.summary()).contains("empty");
    }

    @Test
    void tablesawGetsTheSameFigureAndGivesItBack() {
        Figure figure = Heatmap.of(Samples.archive(3));
        var tablesaw = figure.toTablesaw();
        assertThat(tablesaw.asJavascript("here")).contains("Plotly.newPlot(\"here\"", "\"heatmap\"");
        assertThat(Figure.of(tablesaw)).isSameAs(figure);
    }

    @Test
    void tablesawLinesBecomeNumbersTitlesAndAnImage() {
        var table = HistoryTable.of("History", Samples.history(10, 0.1));
        Figure figure = HistoryTable.lines(table, "candidates", "best");
        assertThat((List<?>) trace(figure).get("x")).first().isEqualTo(0.0);
        assertThat(((List<?>) trace(figure).get("y")).get(0)).as("no best yet").isNull();
        assertThat(figure.spec().get("layout").toString()).contains("title={text=History,");
        assertThat(figure.png()).isPresent();
    }

    @Test
    void tablesawLinesAreAsLargeAsTheirImageAndLookLikeTheOthers() throws IOException {
        var table = HistoryTable.of("History <b>", Samples.history(10, 0.1));
        Figure figure = HistoryTable.lines(table, "candidates", "coverage");
        var layout = (Map<?, ?>) figure.spec().get("layout");
        var image = ImageIO.read(new ByteArrayInputStream(figure.png().orElseThrow()));
        assertThat(layout.get("width")).isEqualTo(image.getWidth());
        assertThat(layout.get("height")).isEqualTo(image.getHeight());
        var ours = (Map<?, ?>) Curves.of(Samples.history(10, 0.1)).spec().get("layout");
        assertThat(layout.get("font")).isEqualTo(ours.get("font"));
        assertThat(layout.get("margin")).isEqualTo(ours.get("margin"));
        assertThat(((Map<?, ?>) layout.get("title")).get("xanchor")).isEqualTo("left");
        assertThat(((Map<?, ?>) layout.get("title")).get("text")).isEqualTo("History &lt;b&gt;");
        assertThat(layout.get("yaxis").toString()).contains("text=coverage", "size=14");
    }

    @Test
    void twoHeatmapsOfTablesawFitInOneFigure() {
        HeatmapTrace one = HeatmapTrace.builder(new Object[] {"a"}, new Object[] {"<b>"}, new double[][] {{Double.NaN}})
                .build();
        Figure figure = Figure.of(new tech.tablesaw.plotly.components.Figure(one, one));
        assertThat((List<?>) figure.spec().get("data")).hasSize(2);
        assertThat(figure.bundle(PAGE).png()).isEmpty();
    }

    @Test
    void curvesOfSeveralRunsShareTheirAxisAndLegend() {
        var figure = Curves.of(Map.of("a", Samples.history(4, 0.1), "b", Samples.history(8, 0.2)), Curves.Along.TOKENS);
        assertThat((List<?>) figure.spec().get("data")).hasSize(6);
        assertThat(figure.spec().get("layout").toString()).contains("text=tokens", "text=coverage (%)");
        assertThat(Curves.of(List.of()).png()).isPresent();
    }

    @Test
    void bundlesRefuseWhatIsNotJsonAndMakeNanNull() {
        assertThatThrownBy(() -> Bundle.text("x").with(Bundle.PLOTLY, Map.of("a", Optional.empty())))
                .hasMessageContaining("java.util.Optional");
        assertThat(Bundle.text("x")
                        .with(Bundle.PLOTLY, Arrays.asList(1.5, Double.NaN))
                        .plotly())
                .contains(Arrays.asList(1.5, null));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> trace(Figure figure) {
        return ((List<Map<String, Object>>) figure.spec().get("data")).get(0);
    }
}
