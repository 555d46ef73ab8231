package io.marquee.ui;

import io.marquee.evaluate.baseline.BaselineKind;
import io.marquee.model.TrainedModel;
import io.marquee.ui.data.DatasetViewModel;
import io.marquee.ui.form.FormField;
import io.marquee.ui.run.RunState;
import io.marquee.ui.window.Room;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;

/**
 * Takes the pictures of the README and the guide from the running window, without a display: a run on the built-in data in
 * light and in dark, and the rooms in which data is looked at, runs are compared, models are asked and hyperparameters are
 * searched for. Run by {@code packaging/screenshots}.
 */
public final class Screenshots {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final String TRIALS = "24";

    private final WindowFixture window;
    private final Path folder;

    private Screenshots(WindowFixture window, Path folder) {
        this.window = window;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "assets");
        Files.createDirectories(folder);
        FxToolkit.registerPrimaryStage();
        try (WindowFixture window = WindowFixture.open(Files.createTempDirectory("marquee-screenshots"))) {
            Screenshots pictures = new Screenshots(window, folder);
            pictures.train();
            pictures.dataAndAsk();
            pictures.runs();
            pictures.tune();
        }
        // JavaFX's own threads would keep the program alive.
        System.exit(0);
    }

    private void train() throws IOException {
        window.robot().interact(() -> {
            window.stage().setWidth(WIDTH);
            window.stage().setHeight(HEIGHT);
        });
        window.waitUntil("the built-in data is open",
                () -> window.workbench().dataset().stateProperty().get() == DatasetViewModel.State.READY);
        window.robot().interact(window.workbench()::train);
        finished();
        TrainedModel trained = window.workbench().modelProperty().get();
        window.waitUntil("its recommendations are there", () -> window.workbench().ask().modelTextProperty().get()
                .contains("epoch " + trained.result().epoch() + " "));
        window.waitUntil("the baselines are measured",
                () -> window.workbench().evaluation().baselinesProperty().get().size() == BaselineKind.values().length);
        write("light", "#protocol");
        theme();
        write("dark", "#protocol");
        theme();
    }

    private void dataAndAsk() throws IOException {
        enter(Room.DATA);
        write("data", "#look-overview");
        enter(Room.ASK);
        write("ask", "#ask-room-model");
        window.robot().interact(() -> window.workbench().askRoom().tabProperty().set("map"));
        window.robot().sleep(1000);
        window.robot().interact(() -> window.find("#map-umap", ButtonBase.class).fire());
        window.waitUntil("UMAP has laid the map out",
                () -> window.find("#map-layout", Labeled.class).getText().startsWith("UMAP"));
        write("map", "#ask-room-model");
    }

    private void runs() throws IOException {
        for (String rate : List.of("0.0005", "0.001", "0.005")) {
            window.robot().interact(() -> {
                window.workbench().form().field(FormField.LEARNING_RATE).textProperty().set(rate);
                window.workbench().train();
            });
            finished();
        }
        enter(Room.RUNS);
        TableView<?> table = window.find("#run-table", TableView.class);
        window.robot().interact(() -> table.getSelectionModel().selectAll());
        window.robot().interact(() -> window.find("#plot-test", ButtonBase.class).fire());
        write("runs", "#run-count");
    }

    private void tune() throws IOException {
        window.robot().interact(() -> Map.of(FormField.EMBEDDING_SIZE, "8", FormField.HIDDEN_LAYERS, "32",
                FormField.LEARNING_RATE, "0.002", FormField.EPOCHS, "4")
                .forEach((field, text) -> window.workbench().form().field(field).textProperty().set(text)));
        enter(Room.TUNE);
        window.robot().interact(() -> {
            window.find("#search-trials", TextInputControl.class).setText(TRIALS);
            window.find("#search-start", ButtonBase.class).fire();
        });
        window.waitUntil("the search has ended",
                () -> window.find("#search-state", Labeled.class).getText().equals("Finished"));
        window.robot().interact(window.workbench().notices()::dismiss);
        write("tune", "#search-state");
    }

    private void finished() {
        window.waitUntil("the run has finished",
                () -> window.workbench().run().stateProperty().get() == RunState.FINISHED);
    }

    private void enter(Room room) {
        window.robot().interact(() -> window.workbench().roomProperty().set(room));
        window.robot().sleep(2000);
    }

    private void theme() {
        window.robot().interact(() -> window.find("#toggle-theme", ButtonBase.class).fire());
    }

    /** @param rest where the pointer rests, so that it points at nothing that answers */
    private void write(String name, String rest) throws IOException {
        window.robot().moveTo(rest).sleep(800);
        WritableImage shot = window.read(() -> window.stage().getScene().snapshot(null));
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        int[] pixels = new int[width * height];
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        Path file = folder.resolve("screenshot-" + name + ".png");
        ImageIO.write(image, "png", file.toFile());
        System.out.println(file);
    }
}
