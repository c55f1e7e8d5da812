package dev.elm4j.plot;

import java.util.Optional;

/** Makes PNG images of drawings. */
interface Painter {

    /** The image, or empty if this machine cannot make one. */
    Optional<byte[]> png(Drawing drawing, int scale);

    /** Java2D, which needs fonts: without them there is no image, and no error. */
    static Painter java2d() {
        return (drawing, scale) -> {
            try {
                return Optional.of(PngCanvas.paint(drawing, scale));
            } catch (Exception | LinkageError | InternalError broken) { // what AWT throws without fonts or libraries
                return Optional.empty();
            }
        };
    }
}
