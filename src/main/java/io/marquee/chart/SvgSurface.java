package io.marquee.chart;

import java.util.Locale;

/** Writes a plot as an SVG drawing. */
public final class SvgSurface implements PlotSurface {

    private static final double FONT_SIZE = 11;

    private final StringBuilder body = new StringBuilder();
    private final String id;
    private final double width;
    private final double height;
    private int clips;

    /** @param id different for each drawing of one page */
    public SvgSurface(String id, double width, double height) {
        this.id = id;
        this.width = width;
        this.height = height;
    }

    /**
     * The drawing as a document.
     *
     * @param title what it shows, for those who cannot see it
     * @param background web colour
     */
    public String document(String title, String background) {
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$.0f %2$.0f" width="%1$.0f" height="%2$.0f" \
                font-family="system-ui, sans-serif" font-size="%3$.0f" role="img">
                <title>%4$s</title>
                <rect width="100%%" height="100%%" fill="%5$s"/>
                %6$s</svg>
                """, width, height, FONT_SIZE, escaped(title), background, body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private void add(String format, Object... values) {
        body.append(String.format(Locale.ROOT, format, values));
    }

    private static String opacity(String attribute, Ink ink) {
        return ink.opacity() >= 1 ? "" : String.format(Locale.ROOT, " %s=\"%.2f\"", attribute, ink.opacity());
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink, double width) {
        add("<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"%s\"%s stroke-width=\"%.1f\"/>%n", x1, y1, x2, y2, ink.web(),
                opacity("stroke-opacity", ink), width);
    }

    @Override
    public void path(double[] x, double[] y, int count, Ink ink, double width, boolean dashed) {
        if (count < 2) {
            return;
        }
        body.append("<path d=\"");
        for (int i = 0; i < count; i++) {
            add("%s%.1f %.1f", i == 0 ? "M" : "L", x[i], y[i]);
        }
        add("\" fill=\"none\" stroke=\"%s\"%s stroke-width=\"%.1f\" stroke-linejoin=\"round\"%s/>%n", ink.web(),
                opacity("stroke-opacity", ink), width, dashed ? " stroke-dasharray=\"5 4\"" : "");
    }

    @Override
    public void bars(double left, double[] tops, double[] bottoms, Ink ink) {
        body.append("<path d=\"");
        for (int i = 0; i < tops.length; i++) {
            if (Double.isFinite(tops[i]) && Double.isFinite(bottoms[i])) {
                add("M%.1f %.1fV%.1f", left + i + 0.5, tops[i], Math.max(bottoms[i], tops[i] + 1));
            }
        }
        add("\" stroke=\"%s\"%s/>%n", ink.web(), opacity("stroke-opacity", ink));
    }

    @Override
    public void dot(double x, double y, double radius, Ink ink) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>%n", x, y, radius, ink.web());
    }

    @Override
    public void box(double x, double y, double width, double height, Ink fill, Ink border) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"4\" fill=\"%s\" stroke=\"%s\"/>%n", x, y,
                width, height, fill.web(), border.web());
    }

    @Override
    public void text(double x, double y, String text, Anchor anchor, Ink ink, boolean bold) {
        add("<text x=\"%.1f\" y=\"%.1f\" dy=\"0.35em\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>%n", x, y,
                anchor.name().toLowerCase(Locale.ROOT), ink.web(), bold ? " font-weight=\"600\"" : "", escaped(text));
    }

    /** An estimate: the reader's font is not known. */
    @Override
    public double textWidth(String text, boolean bold) {
        return text.length() * FONT_SIZE * (bold ? 0.6 : 0.56);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        clips++;
        add("<clipPath id=\"%1$s-%2$d\"><rect x=\"%3$.1f\" y=\"%4$.1f\" width=\"%5$.1f\" height=\"%6$.1f\"/></clipPath>"
                + "<g clip-path=\"url(#%1$s-%2$d)\">%n", id, clips, x, y, width, height);
    }

    @Override
    public void unclip() {
        body.append("</g>\n");
    }
}
