package dev.elm4j.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Figures of an online page in a real browser. The pinned address is replaced by that of a server of this test, which is
 * another origin than the page; the browser reaches nothing else.
 */
class OnlineFiguresTest {

    private static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Pattern ADDRESS = Pattern.compile("https://cdn\\.[^\"]+\\.js");

    /** What a page may have already: an AMD loader and another Plotly, which must both survive. */
    private static final String BEFORE =
            """
            <!doctype html><meta charset="utf-8"><body><script>
            window.define = function () { document.body.setAttribute("data-amd-called", "yes"); };
            window.define.amd = {};
            window.Plotly = {version: "another"};
            window.addEventListener("load", function () {
              setTimeout(function () {
                document.body.setAttribute("data-plotly", window.Plotly.version);
                document.body.setAttribute("data-amd", String(!!window.define.amd));
              }, 4000);
            });
            </script>""";

    @TempDir
    private Path profile;

    private final AtomicInteger loaded = new AtomicInteger();
    private HttpServer pages;
    private HttpServer scripts;
    private byte[] script;

    @BeforeEach
    void serve() throws IOException {
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(PlotlyScript.packed()))) {
            script = packed.readAllBytes();
        }
        scripts = server("text/javascript", () -> {
            loaded.incrementAndGet();
            return script;
        });
        String address = "http://127.0.0.1:" + scripts.getAddress().getPort() + "/plotly.js";
        String page = BEFORE + figure(Heatmap.of(Samples.archive(5))) + figure(Curves.of(Samples.history(10, 0.1)));
        assertThat(ADDRESS.matcher(page).results()).as("addresses in the page").isNotEmpty();
        byte[] bytes = ADDRESS.matcher(page)
                .replaceAll(Matcher.quoteReplacement(address))
                .getBytes(StandardCharsets.UTF_8);
        pages = server("text/html", () -> bytes);
    }

    @AfterEach
    void stop() {
        pages.stop(0);
        scripts.stop(0);
    }

    @Test
    void bothFiguresOfAPageBecomeInteractiveByOneScript() throws Exception {
        String page = shown();
        assertThat(count(page, "js-plotly-plot")).isEqualTo(2);
        assertThat(page).doesNotContain("<img ");
        assertThat(loaded).hasValue(1);
        assertThat(page)
                .contains("data-plotly=\"another\"", "data-amd=\"true\"")
                .doesNotContain("data-amd-called=");
    }

    @Test
    void withoutTheScriptTheImagesStay() throws Exception {
        scripts.stop(0);
        assertImages(shown());
    }

    @Test
    void aScriptThatSomebodyHasChangedIsNotRun() throws Exception {
        script = "window.hacked = true; document.body.setAttribute('data-hacked', 'yes');"
                .getBytes(StandardCharsets.UTF_8);
        String page = shown();
        assertImages(page);
        assertThat(loaded.get()).as("the script was asked for").isPositive();
        assertThat(page).doesNotContain("data-hacked=");
    }

    private static void assertImages(String page) {
        assertThat(count(page, "<img alt=")).isEqualTo(2);
        assertThat(count(page, "js-plotly-plot")).isZero();
        assertThat(page).contains("data-plotly=\"another\"", "data-amd=\"true\"");
    }

    private static String figure(Figure figure) {
        return figure.bundle(Page.online()).html().orElseThrow();
    }

    /** The elements of the page after five seconds of its own clock; scripts are left out, for they name what they look for. */
    private String shown() throws Exception {
        Optional<Path> browser = BROWSERS.stream().filter(Files::isExecutable).findFirst();
        assumeThat(browser).as("a browser").isPresent();
        Path dom = profile.resolve("dom.html");
        var process = new ProcessBuilder(
                        browser.orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                        "--user-data-dir=" + profile.resolve("profile"),
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        "http://127.0.0.1:" + pages.getAddress().getPort() + "/")
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("the browser ends")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(dom).replaceAll("(?s)<(script|style)\\b.*?</\\1>", "");
    }

    private static int count(String text, String part) {
        return (int)
                Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    private interface Content {
        byte[] bytes();
    }

    private static HttpServer server(String type, Content content) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = content.bytes();
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}
