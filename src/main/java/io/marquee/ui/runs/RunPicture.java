package io.marquee.ui.runs;

import io.marquee.ui.chart.PlotCanvas;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Makes a file of a plot: a drawing where its name ends in {@code .svg}, otherwise PNG. */
final class RunPicture {

    private RunPicture() {}

    /** Takes the picture now, on the JavaFX thread, and gives what encodes it later. */
    static Callable<byte[]> of(PlotCanvas canvas, Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            String drawing = canvas.drawing(canvas.getAccessibleText());
            return () -> drawing.getBytes(StandardCharsets.UTF_8);
        }
        WritableImage picture = canvas.picture();
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return () -> png(pixels, width, height);
    }

    private static byte[] png(int[] pixels, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
