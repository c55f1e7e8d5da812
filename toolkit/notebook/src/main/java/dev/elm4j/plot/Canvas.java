package dev.elm4j.plot;

/** Something to draw on, in pixels from the top left; colours are {@code #rrggbb}. */
interface Canvas {

    /** How a text lies around its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * A text to draw.
     *
     * @param text one line
     * @param size of the font in pixels
     * @param anchor where its point lies
     * @param upright whether it runs from bottom to top
     * @param colour of the letters
     */
    record Label(String text, int size, Anchor anchor, boolean upright, String colour) {

        static Label of(String text, int size, Anchor anchor) {
            return new Label(text, size, anchor, false, "#333333");
        }

        Label turned() {
            return new Label(text, size, anchor, true, colour);
        }

        Label colour(String colour) {
            return new Label(text, size, anchor, upright, colour);
        }
    }

    /** A filled rectangle. */
    void rectangle(double x, double y, double width, double height, String colour);

    /** A filled polygon of these corners, {@code double[corners]} each, with a thin outline unless that colour is empty. */
    void polygon(double[] xs, double[] ys, String colour, String outline);

    /** A line through the points, {@code double[points]} each. */
    void line(double[] xs, double[] ys, double width, String colour);

    /** A text whose baseline goes through the point. */
    void text(double x, double y, Label label);
}
