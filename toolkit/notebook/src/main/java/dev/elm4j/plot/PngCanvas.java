package dev.elm4j.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A canvas of Java2D. */
final class PngCanvas implements Canvas {

    private final Graphics2D graphics;

    private PngCanvas(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /** The drawing as a PNG file, on white. */
    static byte[] paint(Drawing drawing, int scale) throws IOException {
        int width = drawing.width() * scale;
        int height = drawing.height() * scale;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.scale(scale, scale);
            drawing.draw(new PngCanvas(graphics));
        } finally {
            graphics.dispose();
        }
        var file = new ByteArrayOutputStream();
        ImageIO.write(Palette.of(image).indexed(image), "png", file);
        return file.toByteArray();
    }

    @Override
    public void rectangle(double x, double y, double width, double height, String colour) {
        graphics.setColor(Color.decode(colour));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void polygon(double[] xs, double[] ys, String colour, String outline) {
        Path2D path = path(xs, ys);
        path.closePath();
        // A thousand cells with smooth edges would make the file five times as large.
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        graphics.setColor(Color.decode(colour));
        graphics.fill(path);
        if (!outline.isEmpty()) {
            graphics.setColor(Color.decode(outline));
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(path);
        }
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    @Override
    public void line(double[] xs, double[] ys, double width, String colour) {
        graphics.setColor(Color.decode(colour));
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(path(xs, ys));
    }

    private static Path2D path(double[] xs, double[] ys) {
        var path = new Path2D.Double();
        path.moveTo(xs[0], ys[0]);
        for (int i = 1; i < xs.length; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        return path;
    }

    @Override
    public void text(double x, double y, Label label) {
        graphics.setColor(Color.decode(label.colour()));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, label.size()));
        double width = graphics.getFontMetrics().stringWidth(label.text());
        double start =
                switch (label.anchor()) {
                    case START -> 0;
                    case MIDDLE -> -width / 2;
                    case END -> -width;
                };
        var before = graphics.getTransform();
        graphics.translate(x, y);
        if (label.upright()) {
            graphics.rotate(-Math.PI / 2);
        }
        graphics.drawString(label.text(), (float) start, 0);
        graphics.setTransform(before);
    }
}
