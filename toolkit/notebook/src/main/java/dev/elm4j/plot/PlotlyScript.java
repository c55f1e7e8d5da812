package dev.elm4j.plot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;

/**
 * The scripts around plotly.js, whose cartesian bundle is vendored with its licence (MIT) and pinned by its hash.
 *
 * <p>All figures of a page share one promise of plotly.js, {@code window.elm4jPlotly}. It is never announced to an AMD
 * loader, and another version that the page already has stays in its place.
 */
final class PlotlyScript {

    static final String VERSION = "4.1.1";

    private static final String ADDRESS =
            "https://cdn.jsdelivr.net/npm/plotly.js-cartesian-dist-min@" + VERSION + "/plotly-cartesian.min.js";
    private static final String INTEGRITY = "sha384-zc4SwKObGL/W0M3RUI09UPWjlgIZHfbwMgcZO6713mRh78tfUmIQKhzCyE2LIiUg";
    private static final String RESOURCE = "plotly-cartesian-" + VERSION + ".min.js.gz";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs a script element and gives the plotly.js that it brought. */
    private static final String LOADER =
            """
            function(fill){return new Promise(function(done,failed){\
            var old=window.Plotly,define=window.define,amd=define&&define.amd,tag=document.createElement("script");\
            function restore(){if(amd)define.amd=amd;if(old)window.Plotly=old;}\
            if(amd)define.amd=undefined;\
            tag.onload=function(){var mine=window.Plotly;restore();mine?done(mine):failed();};\
            tag.onerror=function(){restore();failed();};\
            fill(tag);document.head.appendChild(tag);\
            if(!tag.src)tag.onload();});}""";

    private PlotlyScript() {}

    /** Draws the figure over the element's image as soon as there is a plotly.js; until then the image stays. */
    static String drawing(String id, Map<String, Object> spec, boolean network) {
        return """
                <script>(function(){var host=document.getElementById(%s),spec=%s;if(!host)return;\
                function draw(plotly){var box=document.createElement("div"),still=host.firstElementChild;\
                box.style.width=spec.layout.width?spec.layout.width+"px":"100%%";\
                box.style.height=(spec.layout.height||450)+"px";\
                host.appendChild(box);plotly.newPlot(box,spec.data,spec.layout,spec.config).then(function(){\
                if(still)still.remove();},function(){box.remove();});}\
                %s\
                function wait(){window.elm4jPlotly.then(draw,function(){});}\
                window.elm4jPlotly?wait():window.addEventListener("elm4j-plotly",wait,{once:true});})();</script>"""
                .formatted(json(id), json(spec), network ? fromNetwork() : "");
    }

    private static String fromNetwork() {
        return """
                if(!window.elm4jPlotly){window.elm4jPlotly=(%s)(function(tag){\
                tag.integrity="%s";tag.crossOrigin="anonymous";tag.src="%s";});\
                window.elm4jPlotly.catch(function(){delete window.elm4jPlotly;});}"""
                .formatted(LOADER, INTEGRITY, ADDRESS);
    }

    /** The vendored script as one HTML output that unpacks itself; for a notebook without a network. */
    static String inlined() {
        return """
                <p>Figures of this notebook are drawn by its own copy of plotly.js %s (MIT licence).</p>\
                <script>(function(){if(window.elm4jPlotly)return;\
                var bytes=Uint8Array.from(atob("%s"),function(c){return c.charCodeAt(0);});\
                window.elm4jPlotly=new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")))\
                .text().then(function(code){return (%s)(function(tag){tag.text=code;});});\
                window.dispatchEvent(new Event("elm4j-plotly"));})();</script>"""
                .formatted(VERSION, Base64.getEncoder().encodeToString(packed()), LOADER);
    }

    /** The vendored script, packed by gzip. */
    static byte[] packed() {
        try (InputStream resource = PlotlyScript.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("The jar lacks " + RESOURCE + ". Load the whole jar of ELM4J.");
            }
            return resource.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("The jar's " + RESOURCE + " cannot be read. Load the jar again.", broken);
        }
    }

    private static String json(Object value) {
        try {
            return Escape.script(JSON.writeValueAsString(value));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A figure that was checked to be JSON could not be written.", broken);
        }
    }
}
