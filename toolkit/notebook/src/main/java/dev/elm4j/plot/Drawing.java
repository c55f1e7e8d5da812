package dev.elm4j.plot;

/** A still picture that any {@link Canvas} can take. */
interface Drawing {

    /** Width in pixels. */
    int width();

    /** Height in pixels. */
    int height();

    /** Draws itself. */
    void draw(Canvas canvas);
}
