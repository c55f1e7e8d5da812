package dev.elm4j.plot;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * At most {@value #MOST} colours for an image, so that its file is small: its most frequent ones exactly; the others, which
 * are shades at the edges of letters and lines, become the nearest of those.
 */
final class Palette {

    static final int MOST = 256;

    private final int[] colours;
    private final Map<Integer, Integer> places = new HashMap<>();

    private Palette(List<Integer> colours) {
        this.colours = colours.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < this.colours.length; i++) {
            places.put(this.colours[i], i);
        }
    }

    static Palette of(BufferedImage image) {
        var counts = new HashMap<Integer, Integer>();
        for (int colour : pixels(image)) {
            counts.merge(colour, 1, Integer::sum);
        }
        return new Palette(counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList());
    }

    /** The image in these colours. */
    BufferedImage indexed(BufferedImage image) {
        var model = new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        var indexed = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        int[] places = pixels(image);
        for (int i = 0; i < places.length; i++) {
            places[i] = this.places.computeIfAbsent(places[i], this::nearest);
        }
        indexed.getRaster().setPixels(0, 0, image.getWidth(), image.getHeight(), places);
        return indexed;
    }

    private static int[] pixels(BufferedImage image) {
        int width = image.getWidth();
        return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    }

    private int nearest(int colour) {
        int nearest = 0;
        for (int i = 1; i < colours.length; i++) {
            nearest = distance(colour, colours[i]) < distance(colour, colours[nearest]) ? i : nearest;
        }
        return nearest;
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = (one >> shift & 255) - (other >> shift & 255);
            distance += difference * difference;
        }
        return distance;
    }
}
