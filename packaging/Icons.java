import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Draws the icon, an M under the bulbs of a cinema's sign, as SVG, as PNG of each size a desktop asks
 * for, and as the icon files of Windows and macOS, and the picture shown while the program starts. Run it from
 * the repository's root with {@code java packaging/Icons.java} after changing it; its results are kept in the repository.
 */
public final class Icons {

    private static final Color TOP = new Color(0x2f5fe3);
    private static final Color BOTTOM = new Color(0x1a2f86);
    private static final Color BULB = new Color(0xffc94d);
    private static final Color SPLASH_EDGE = new Color(0xd0d7de);
    private static final Color SPLASH_NAME = new Color(0x1f2328);
    private static final Color SPLASH_WORDS = new Color(0x59636e);
    private static final double[][] LETTER = {{25, 78}, {31, 38}, {50, 64}, {69, 38}, {75, 78}};
    private static final double[] BULBS = {22, 36, 50, 64, 78};
    private static final double BULB_Y = 19;

    private Icons() {}

    public static void main(String[] arguments) throws IOException {
        Path images = Path.of("src/main/resources/io/marquee/ui");
        Files.createDirectories(images);
        for (int size : new int[] {16, 24, 32, 48, 64, 128, 256, 512}) {
            ImageIO.write(png(size), "png", images.resolve("icon-" + size + ".png").toFile());
        }
        Files.writeString(Path.of("assets/icon.svg"), svg());
        ImageIO.write(splash(), "png", Path.of("assets/splash.png").toFile());
        Files.write(Path.of("assets/icon.ico"), ico(16, 24, 32, 48, 64, 128, 256));
        Files.write(Path.of("assets/icon.icns"), icns());
    }

    private static BufferedImage png(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size / 100.0, size / 100.0);
        g.setPaint(new GradientPaint(0, 0, TOP, 0, 100, BOTTOM));
        g.fill(new RoundRectangle2D.Double(2, 2, 96, 96, 44, 44));
        // At small sizes bulbs would be specks: the letter takes their place.
        boolean small = size < 32;
        Path2D letter = new Path2D.Double();
        for (int i = 0; i < LETTER.length; i++) {
            double x = small ? 50 + (LETTER[i][0] - 50) * 1.12 : LETTER[i][0];
            double y = small ? LETTER[i][1] * 1.15 - 16 : LETTER[i][1];
            if (i == 0) {
                letter.moveTo(x, y);
            } else {
                letter.lineTo(x, y);
            }
        }
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(small ? 13 : 10, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(letter);
        if (!small) {
            g.setColor(BULB);
            for (double x : BULBS) {
                g.fill(new Ellipse2D.Double(x - 4, BULB_Y - 4, 8, 8));
            }
        }
        g.dispose();
        return image;
    }

    /** What is shown while the program starts. */
    private static BufferedImage splash() {
        BufferedImage image = new BufferedImage(420, 150, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setColor(SPLASH_EDGE);
        g.fillRect(0, 0, 420, 150);
        g.setColor(Color.WHITE);
        g.fillRect(1, 1, 418, 148);
        g.drawImage(png(256), 32, 35, 80, 80, null);
        g.setColor(SPLASH_NAME);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 34));
        g.drawString("Marquee", 136, 82);
        g.setColor(SPLASH_WORDS);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        g.drawString("A workbench for neural recommenders", 137, 108);
        g.dispose();
        return image;
    }

    private static byte[] pngBytes(int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(png(size), "png", bytes);
        return bytes.toByteArray();
    }

    /** Windows' icon file with PNG images (Microsoft, "Icons", format as of Windows Vista). */
    private static byte[] ico(int... sizes) throws IOException {
        byte[][] images = new byte[sizes.length][];
        int length = 6 + 16 * sizes.length;
        for (int i = 0; i < sizes.length; i++) {
            images[i] = pngBytes(sizes[i]);
            length += images[i].length;
        }
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
        int offset = 6 + 16 * sizes.length;
        for (int i = 0; i < sizes.length; i++) {
            // 256 is written as 0.
            file.put((byte) sizes[i]).put((byte) sizes[i]).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(images[i].length).putInt(offset);
            offset += images[i].length;
        }
        for (byte[] image : images) {
            file.put(image);
        }
        return file.array();
    }

    /** Apple's icon file with PNG images; types are those of macOS 10.7 and later. */
    private static byte[] icns() throws IOException {
        Map<String, Integer> types = new LinkedHashMap<>();
        types.put("ic11", 32);
        types.put("ic12", 64);
        types.put("ic07", 128);
        types.put("ic08", 256);
        types.put("ic09", 512);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, Integer> type : types.entrySet()) {
            byte[] image = pngBytes(type.getValue());
            body.write(type.getKey().getBytes(StandardCharsets.US_ASCII));
            body.write(ByteBuffer.allocate(4).putInt(image.length + 8).array());
            body.write(image);
        }
        return ByteBuffer.allocate(body.size() + 8).put("icns".getBytes(StandardCharsets.US_ASCII))
                .putInt(body.size() + 8).put(body.toByteArray()).array();
    }

    private static String svg() {
        StringBuilder letter = new StringBuilder();
        for (int i = 0; i < LETTER.length; i++) {
            letter.append(String.format(Locale.ROOT, "%s%.0f %.0f", i == 0 ? "M" : " L", LETTER[i][0], LETTER[i][1]));
        }
        StringBuilder bulbs = new StringBuilder();
        for (double x : BULBS) {
            bulbs.append(String.format(Locale.ROOT, "    <circle cx=\"%.0f\" cy=\"%.0f\" r=\"4\"/>%n", x, BULB_Y));
        }
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" role="img" aria-label="Marquee">
                  <defs>
                    <linearGradient id="g" x1="0" y1="0" x2="0" y2="1">
                      <stop offset="0" stop-color="#%06x"/>
                      <stop offset="1" stop-color="#%06x"/>
                    </linearGradient>
                  </defs>
                  <rect x="2" y="2" width="96" height="96" rx="22" fill="url(#g)"/>
                  <path d="%s" fill="none" stroke="#fff" stroke-width="10" stroke-linecap="round" stroke-linejoin="round"/>
                  <g fill="#%06x">
                %s  </g>
                </svg>
                """, rgb(TOP), rgb(BOTTOM), letter, rgb(BULB), bulbs);
    }

    private static int rgb(Color colour) {
        return colour.getRGB() & 0xffffff;
    }
}
