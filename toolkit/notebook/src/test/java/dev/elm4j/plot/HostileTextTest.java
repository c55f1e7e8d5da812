package dev.elm4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.elm4j.archive.Archive;
import dev.elm4j.archive.Axis;
import dev.elm4j.archive.Tessellation;
import dev.elm4j.environment.Usage;
import dev.elm4j.operator.Proposal;
import dev.elm4j.search.Candidate;
import dev.elm4j.search.Candidates;
import dev.elm4j.search.Injection;
import dev.elm4j.search.RunState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a model writes stays text, in every form of every value. */
class HostileTextTest {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z!][^\\s>/]*)([^>]*)>");
    private static final List<String> OURS = List.of(
            "div",
            "p",
            "b",
            "i",
            "br",
            "wbr",
            "bdi",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "details",
            "summary",
            "pre",
            "span",
            "progress",
            "img",
            "script");
    private static final Page PAGE = Page.online().ids(() -> "fixed");

    private static final List<Bundle> BUNDLES = bundles();

    private static List<Bundle> bundles() {
        var bundles = new ArrayList<Bundle>();
        var axes = Samples.hostileArchive().tessellation().axes();
        bundles.add(Heatmap.of(Samples.hostileArchive()).bundle(PAGE));
        bundles.add(BatchTable.of(Samples.candidates(Samples.HOSTILE)));
        bundles.add(BatchTable.of(Samples.evaluations(Samples.HOSTILE)));
        bundles.add(BatchTable.of(Samples.commits(Samples.HOSTILE)));
        bundles.add(BatchTable.failures(Samples.commits(Samples.HOSTILE).list()));
        bundles.add(EliteTable.best(Samples.hostileArchive(), 20));
        bundles.addAll(hostileCells());
        for (String text : Samples.HOSTILE) {
            bundles.add(Bundles.of(Samples.elite(text)).orElseThrow());
            bundles.add(frame(text).bundle());
            bundles.add(Curves.of(
                            java.util.Map.of(text, Samples.history(5, 0.1), "other", Samples.history(5, 0.2)),
                            Curves.Along.CALLS)
                    .bundle(PAGE));
        }
        return bundles;
    }

    /** Names of categories, solutions around centroids, and who brought a candidate. */
    private static List<Bundle> hostileCells() {
        var names = Samples.HOSTILE.toArray(String[]::new);
        var genres =
                Archive.<String>of(Tessellation.grid(Axis.categories("genre", names), Axis.categories("tone", names)));
        var points = Archive.<String>of(Tessellation.cvt(
                20, 7, Samples.LENGTH, Axis.of("</script>", -1, 1).unit("<i>")));
        var bundles = new ArrayList<Bundle>();
        for (int i = 0; i < names.length; i++) {
            genres.add(names[i], 0.5, i, i);
            points.add(names[i], 0.5, 2 + i, i / 10.0 - 0.7);
            bundles.add(BatchTable.of(injected(names[i])));
        }
        bundles.add(Heatmap.of(genres).bundle(PAGE));
        bundles.add(EliteTable.best(genres, 20));
        bundles.add(Heatmap.of(points).bundle(PAGE));
        return bundles;
    }

    private static Candidates<String> injected(String text) {
        var candidate = new Candidate<>(
                1, 1, Candidate.INJECTED, List.of(), Proposal.of(text), Optional.of(new Injection(text, text)));
        return new Candidates<>(1, List.of(candidate), List.of(Usage.NONE));
    }

    private static LiveFrame frame(String text) {
        return new LiveFrame(
                text,
                RunState.RUNNING,
                Samples.hostileArchive(),
                Samples.history(5, 0.1).get(5),
                new Pace(0, 100, Duration.ofSeconds(9)),
                text);
    }

    @Test
    void htmlHoldsNoTagAndNoHandlerBesidesOurs() {
        for (Bundle bundle : BUNDLES) {
            var tags = TAG.matcher(bundle.html().orElseThrow());
            while (tags.find()) {
                assertThat(tags.group(2)).isIn(OURS);
                assertThat(tags.group(3).replaceAll("\"[^\"]*\"", "")).doesNotContain("on", "PWNED", "'");
            }
        }
    }

    @Test
    void aFigureHasOneScriptAndTextCannotEndIt() {
        String html = Heatmap.of(Samples.hostileArchive()).bundle(PAGE).html().orElseThrow();
        assertThat(html.split("<script", -1)).hasSize(2);
        assertThat(html.split("</script", -1)).hasSize(2);
        assertThat(html.substring(html.indexOf("<script>") + 8, html.length() - "</script>".length()))
                .doesNotContain("<", "\u2028", "\u2029");
    }

    @Test
    void plotlyTextsHoldNoMarkupButLineBreaks() {
        for (String text : Samples.HOSTILE) {
            String shown = Escape.plotly(text).replace("<br>", "");
            assertThat(shown).doesNotContain("<", ">", "$").matches("(?s)(&(amp|lt|gt|#36);|[^&])*");
        }
    }

    @Test
    void nothingInvisibleIsLeft() {
        for (Bundle bundle : BUNDLES) {
            assertThat(bundle.text() + bundle.html().orElseThrow())
                    .doesNotContain(
                            "\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\u202e", "\u2066", "\u200b", "\ufeff");
        }
    }

    @Test
    void textNeverPassesEightyColumns() {
        for (Bundle bundle : BUNDLES) {
            if (bundle.plotly().isEmpty()) {
                assertThat(bundle.text().lines())
                        .allSatisfy(line -> assertThat(Width.of(line)).as(line).isLessThanOrEqualTo(80));
            }
        }
    }

    @Test
    void everyFigureIsJson() throws Exception {
        var json = new ObjectMapper();
        for (Bundle bundle : BUNDLES) {
            if (bundle.plotly().isPresent()) {
                String text = json.writeValueAsString(bundle.plotly().get());
                assertThat(json.readTree(text).path("data").isArray()).isTrue();
                assertThat(text).doesNotContain("NaN", "Infinity");
            }
        }
    }

    @Test
    void liveFramesStayUnderTheirLimitWithoutScriptsOrSvg() {
        for (String text : Samples.HOSTILE) {
            String html = frame(text).bundle().html().orElseThrow();
            assertThat(html.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo(LiveFrame.LIMIT);
            assertThat(html).doesNotContain("<script", "<svg", "<style");
        }
    }

    @Test
    void hoverTextsAreCutAtThreeHundredCharacters() {
        assertThat(Escape.plotly("x".repeat(10_000))).hasSize(300).endsWith("\u2026");
    }
}
