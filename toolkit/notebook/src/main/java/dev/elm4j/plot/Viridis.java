package dev.elm4j.plot;

/**
 * The colour scale of all maps, from dark violet to yellow: even in lightness and readable with colour blindness; the ten
 * stops that plotly.js has under this name.
 *
 * @see <a href="https://bids.github.io/colormap/">Smith and van der Walt 2015</a>
 */
final class Viridis {

    private static final int[] STOPS = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725
    };

    /** Shades, so that an image of few colours has room for those of its letters. */
    private static final int SHADES = 120;

    private Viridis() {}

    /**
     * The nearest of {@value #SHADES} shades, as {@code #rrggbb}.
     *
     * @param share where on the scale, from 0 to 1; beyond it the nearest end
     */
    static String colour(double share) {
        double shade = Math.round(Math.max(0, Math.min(1, share)) * (SHADES - 1)) / (SHADES - 1.0);
        double place = shade * (STOPS.length - 1);
        int stop = Math.min(STOPS.length - 2, (int) place);
        double part = place - stop;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = STOPS[stop] >> shift & 255;
            int to = STOPS[stop + 1] >> shift & 255;
            colour |= (int) Math.round(from + (to - from) * part) << shift;
        }
        return String.format(java.util.Locale.ROOT, "#%06x", colour);
    }
}
