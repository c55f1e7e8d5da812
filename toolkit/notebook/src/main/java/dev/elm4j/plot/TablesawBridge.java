package dev.elm4j.plot;

/** The way from and to Tablesaw's figures. */
final class TablesawBridge {

    private TablesawBridge() {}

    static Figure from(tech.tablesaw.plotly.components.Figure figure) {
        throw new UnsupportedOperationException("from");
    }

    static tech.tablesaw.plotly.components.Figure to(Figure figure) {
        throw new UnsupportedOperationException("to");
    }
}
