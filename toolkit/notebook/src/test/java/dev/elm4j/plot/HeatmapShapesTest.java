package dev.elm4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.CellPolicy;
import dev.elm4j.archive.Measures;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.search.RunState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Maps of cells that are no equal bins. */
class HeatmapShapesTest {

    private static final Axis X = Axis.of("x", 0, 10).unit("m");
    private static final Axis Y = Axis.of("y", -1, 1);
    private static final Axis GENRE = Axis.categories("genre", "poem", "story", "a newspaper article of the week");

    private static Archive<String> filled(Tessellation cells, CellPolicy policy, int count) {
        var archive = Archive.<String>of(cells, policy, 3);
        var random = new SplittableRandom(5);
        for (int i = 0; i < count; i++) {
            double[] measures = cells.axes().stream()
                    .mapToDouble(axis -> axis.isCategorical()
                            ? random.nextInt(axis.bins())
                            : axis.min() + (axis.max() - axis.min()) * random.nextDouble())
                    .toArray();
            archive.add(i, "solution " + i + " of <b>many</b>", random.nextDouble(), Measures.of(measures));
        }
        return archive;
    }

    private static LiveFrame frame(Archive<?> archive) {
        return new LiveFrame(
                "shapes",
                RunState.RUNNING,
                archive,
                Samples.history(5, 0.1).get(5),
                new Pace(0, 100, Duration.ofSeconds(9)),
                "");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> traces(Figure figure) {
        return (List<Map<String, Object>>) figure.spec().get("data");
    }

    private static Map<?, ?> layout(Figure figure, String part) {
        return (Map<?, ?>) ((Map<?, ?>) figure.spec().get("layout")).get(part);
    }

    @Test
    void theRegionsOfCentroidsDivideTheBoxAndHoldTheirPointsOnly() {
        var cells = Tessellation.cvt(60, 7, X, Y);
        var regions = Voronoi.of(cells);
        double area = 0;
        for (Voronoi.Region region : regions) {
            double[] xs = region.xs();
            double[] ys = region.ys();
            for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
                area += (xs[j] * ys[i] - xs[i] * ys[j]) / 2;
                double[] centre = cells.centre(region.cell());
                double inX = xs[i] + 1e-6 * (centre[0] - xs[i]);
                double inY = ys[i] + 1e-6 * (centre[1] - ys[i]);
                assertThat(cells.cellOf(inX, inY)).isEqualTo(region.cell());
            }
        }
        assertThat(regions).hasSize(60);
        assertThat(area).isCloseTo(20, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void ofEqualCentroidsTheFirstHasTheCellAndThoseFarOutsideHaveNone() {
        var cells = Tessellation.cvt(new double[][] {{2, 0}, {2, 0}, {8, 0}, {1000, 0}}, X, Y);
        assertThat(Voronoi.of(cells)).extracting(Voronoi.Region::cell).containsExactly(0, 2);
    }

    @Test
    void aPictureOfCentroidsHasTheColourOfEachCellAtItsCentre() throws IOException {
        var archive = filled(Tessellation.cvt(40, 7, X, Y), CellPolicy.elite(), 40);
        var image =
                ImageIO.read(new ByteArrayInputStream(Heatmap.of(archive).png().orElseThrow()));
        var grid = MapGrid.of(archive);
        for (int cell = 0; cell < 40; cell++) {
            double[] centre = archive.tessellation().centre(cell);
            int x = (int) (80 + 450 * centre[0] / 10);
            int y = (int) (48 + 390 * (1 - centre[1]) / 2);
            String expected = grid.elite(cell).map(grid::colour).orElse(HeatDrawing.EMPTY);
            assertThat(String.format("#%06x", image.getRGB(x, y) & 0xffffff))
                    .as("cell %d", cell)
                    .isEqualTo(expected);
        }
    }

    @Test
    void hoveringOverACentroidsCellTellsOfItsElite() {
        var archive = filled(Tessellation.cvt(40, 7, X, Y), CellPolicy.elite(), 40);
        var hovers = traces(Heatmap.of(archive)).stream()
                .filter(trace -> "fills".equals(trace.get("hoveron")))
                .map(trace -> (String) trace.get("text"))
                .toList();
        assertThat(hovers).hasSize(archive.size());
        assertThat(hovers.get(0)).contains("&lt;b&gt;many", "objective", "x (m)", "candidate");
    }

    @Test
    void manyCentroidsAreSquaresEachOfWhichTellsOfTheCellAtItsMiddle() {
        var archive = filled(Tessellation.cvt(2_000, 7, X, Y), CellPolicy.elite(), 1_000);
        Map<String, Object> trace = traces(Heatmap.of(archive)).get(0);
        assertThat(trace).containsEntry("type", "heatmap");
        List<?> xs = (List<?>) trace.get("x");
        List<?> rows = (List<?>) trace.get("text");
        for (int i = 0; i < rows.size(); i += 7) {
            for (int j = 0; j < rows.size(); j += 7) {
                double x = ((Double) xs.get(j) + (Double) xs.get(j + 1)) / 2;
                String hover = (String) ((List<?>) rows.get(i)).get(j);
                String expected = archive.elite(x, -1 + 2 * (i + 0.5) / rows.size())
                        .map(elite -> "candidate " + elite.candidate())
                        .orElse("");
                assertThat(hover).endsWith(expected);
                assertThat(hover.isEmpty()).isEqualTo(expected.isEmpty());
            }
        }
        assertThat(frame(archive).bundle().html().orElseThrow())
                .contains("<img ")
                .hasSizeLessThan(LiveFrame.LIMIT);
    }

    @Test
    void aLiveMapOfFewCentroidsIsATableOfSquares() {
        var archive = filled(Tessellation.cvt(30, 7, X, Y), CellPolicy.elite(), 30);
        assertThat(frame(archive).bundle().html().orElseThrow())
                .contains("<td title=", "&#10;objective")
                .doesNotContain("<img ")
                .hasSizeLessThan(LiveFrame.LIMIT);
    }

    @Test
    void centroidsOnOneAxisAreBinsBetweenTheirMiddles() {
        var archive = Archive.<String>of(Tessellation.cvt(new double[][] {{8}, {1}, {3}}, X));
        archive.add("mid", 0.5, 3.5);
        Map<String, Object> trace = traces(Heatmap.of(archive)).get(0);
        List<?> edges = (List<?>) trace.get("x");
        assertThat(edges).hasSize(4);
        assertThat((Double) edges.get(1)).isCloseTo(2, org.assertj.core.data.Offset.offset(0.02));
        assertThat((Double) edges.get(2)).isCloseTo(5.5, org.assertj.core.data.Offset.offset(0.02));
        assertThat(trace.get("z")).isEqualTo(List.of(java.util.Arrays.asList(null, 0.5, null)));
    }

    @Test
    void moreThanTwoAxesOfCentroidsAreProjectedAndTheTitleSaysSo() {
        var archive = filled(Tessellation.cvt(50, 7, X, Y, Axis.of("z", 0, 1)), CellPolicy.elite(), 100);
        Figure figure = Heatmap.of(archive);
        assertThat(layout(figure, "title").toString()).contains("best elite per x and y; 3 axes in all");
        assertThat(figure.png()).isPresent();
    }

    @Test
    void categoriesStandInTheMiddleOfTheirBinsAndLongNamesAreCut() {
        var archive = filled(Tessellation.grid(GENRE, Y.bins(4)), CellPolicy.elite(), 9);
        Figure figure = Heatmap.of(archive);
        assertThat(layout(figure, "xaxis").get("tickvals")).isEqualTo(List.of(0.0, 1.0, 2.0));
        assertThat(layout(figure, "xaxis").get("ticktext"))
                .isEqualTo(List.of("poem", "story", "a newspaper art\u2026"));
        assertThat(traces(figure).get(0).get("text").toString()).contains("genre poem");
        assertThat(SvgCanvas.paint(figure.drawing().orElseThrow())).contains(">story<", ">a newspaper art\u2026<");
        assertThat(frame(archive).bundle().html().orElseThrow()).contains(">poem</td>", "a newspaper\u2026");
        assertThat(EliteTable.best(archive, 3).text()).contains("story");
    }

    @Test
    void namesWithoutRoomStandUprightWithinThePicture() {
        String[] names = new String[12];
        java.util.Arrays.setAll(names, i -> "category number " + i);
        var figure = Heatmap.of(Archive.of(Tessellation.grid(Axis.categories("a", names), Y)));
        assertThat(layout(figure, "xaxis").get("tickangle")).isEqualTo(-90);
        assertThat(figure.drawing().orElseThrow().height()).isGreaterThan(500);
    }

    @Test
    void binsOfUnequalEdgesAreDrawnToScaleWithTicksAtTheEdges() throws IOException {
        var archive = Archive.<String>of(
                Tessellation.grid(Axis.edges("age", 0, 1, 20, 100).unit("years"), Y.bins(1)));
        archive.add("adult", 1, 50, 0);
        archive.add("child", 0, 10, 0);
        Figure figure = Heatmap.of(archive);
        assertThat(layout(figure, "xaxis").get("tickvals")).isEqualTo(List.of(0.0, 1.0, 20.0, 100.0));
        var image = ImageIO.read(new ByteArrayInputStream(figure.png().orElseThrow()));
        assertThat(image.getRGB(80 + 440, 200) & 0xffffff).as("98 years").isEqualTo(0xfde725);
        assertThat(image.getRGB(80 + 450 * 22 / 100, 200) & 0xffffff)
                .as("22 years")
                .isEqualTo(0xfde725);
        assertThat(image.getRGB(80 + 450 * 18 / 100, 200) & 0xffffff)
                .as("18 years")
                .isEqualTo(0x440154);
    }

    @Test
    void ofACellThatHoldsSeveralTheBestIsShownAndTheirNumberTold() {
        for (CellPolicy policy : List.of(CellPolicy.deepGrid(5), CellPolicy.top(3))) {
            var archive = Archive.<String>of(Tessellation.grid(X.bins(1)), policy, 1);
            archive.add("good", 0.9, 5);
            archive.add("bad", 0.1, 5);
            Map<String, Object> trace = traces(Heatmap.of(archive)).get(0);
            assertThat(trace.get("z")).isEqualTo(List.of(List.of(0.9)));
            assertThat(trace.get("text").toString()).contains("good", "best of 2 solutions in this cell");
            assertThat(frame(archive).bundle().html().orElseThrow()).contains("best of 2 solutions in this cell");
        }
    }
}
