package io.marquee.ui;

import io.marquee.model.TrainedModel;
import io.marquee.ui.data.DatasetViewModel;
import io.marquee.ui.run.RunState;
import io.marquee.ui.window.Room;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;

/**
 * Takes the pictures of the README from the running window: trains a Quick look on the built-in data, shows its
 * recommendations, and writes the window in light and in dark, and the rooms in which data is looked at and models are asked. Run by {@code packaging/screenshots}.
 */
public final class Screenshots {

    private Screenshots() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "assets");
        Files.createDirectories(folder);
        FxToolkit.registerPrimaryStage();
        try (WindowFixture window = WindowFixture.open(Files.createTempDirectory("marquee-screenshots"))) {
            window.robot().interact(() -> {
                window.stage().setWidth(1440);
                window.stage().setHeight(900);
            });
            window.waitUntil("the built-in data is open",
                    () -> window.workbench().dataset().stateProperty().get() == DatasetViewModel.State.READY);
            window.robot().interact(window.workbench()::train);
            window.waitUntil("the run has finished",
                    () -> window.workbench().run().stateProperty().get() == RunState.FINISHED);
            TrainedModel trained = window.workbench().modelProperty().get();
            window.waitUntil("its recommendations are there", () -> window.workbench().ask().modelTextProperty().get()
                    .contains("epoch " + trained.result().epoch() + " "));
            window.robot().sleep(1000);
            write(window, folder.resolve("screenshot-light.png"));
            for (Room room : List.of(Room.DATA, Room.ASK)) {
                window.robot().interact(() -> window.workbench().roomProperty().set(room));
                window.robot().sleep(2500);
                write(window, folder.resolve("screenshot-" + room.name().toLowerCase(Locale.ROOT) + ".png"));
            }
            window.robot().interact(() -> window.workbench().roomProperty().set(Room.TRAIN));
            window.robot().clickOn("#toggle-theme").moveTo("#protocol").sleep(1000);
            write(window, folder.resolve("screenshot-dark.png"));
        }
        // JavaFX's own threads would keep the program alive.
        System.exit(0);
    }

    private static void write(WindowFixture window, Path file) throws IOException {
        WritableImage shot = window.read(() -> window.stage().getScene().snapshot(null));
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        int[] pixels = new int[width * height];
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(image, "png", file.toFile());
        System.out.println(file);
    }
}
