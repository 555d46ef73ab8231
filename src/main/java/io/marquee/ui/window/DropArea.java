package io.marquee.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped anywhere on a window, and says before what they will do. */
final class DropArea {

    private DropArea() {}

    /** @param dropped gets the files */
    static void install(Scene scene, DropHint hint, Consumer<List<Path>> dropped) {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
                DropIntent.of(files(event.getDragboard())).ifPresent(intent -> hint.show(intent.sentence()));
            }
            event.consume();
        });
        scene.setOnDragExited(event -> hint.hide());
        scene.setOnDragDropped(event -> {
            hint.hide();
            if (event.getDragboard().hasFiles()) {
                dropped.accept(files(event.getDragboard()));
                event.setDropCompleted(true);
            }
            event.consume();
        });
    }

    private static List<Path> files(Dragboard board) {
        return board.getFiles().stream().map(File::toPath).toList();
    }
}
