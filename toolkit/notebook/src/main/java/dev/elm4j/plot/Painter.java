package dev.elm4j.plot;

import java.io.IOException;
import java.util.Optional;

/** Makes PNG images of drawings. */
interface Painter {

    /** The image, or empty if this machine cannot make one. */
    Optional<byte[]> png(Drawing drawing, int scale);

    /** Something that makes images or breaks. */
    interface Brush {
        byte[] paint(Drawing drawing, int scale) throws IOException;
    }

    /** Java2D, which needs fonts and libraries of the machine. */
    static Painter java2d() {
        return of(PngCanvas::paint);
    }

    /** A painter that gives no image, and no error, where the brush breaks: AWT without fonts throws InternalError. */
    static Painter of(Brush brush) {
        return (drawing, scale) -> {
            try {
                return Optional.of(brush.paint(drawing, scale));
            } catch (IOException | RuntimeException | LinkageError | InternalError broken) {
                return Optional.empty();
            }
        };
    }
}
