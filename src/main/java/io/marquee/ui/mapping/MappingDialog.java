package io.marquee.ui.mapping;

import io.marquee.data.DatasetSpec;
import io.marquee.ui.DisabledTooltips;
import io.marquee.ui.Icons;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/** Asks which columns of a file hold what, and opens it. */
public final class MappingDialog {

    private MappingDialog() {}

    /**
     * Shows the dialog; does not wait for its end.
     *
     * @param open opens what the person has mapped; not called if they changed their mind
     */
    public static void show(Window owner, MappingViewModel model, Consumer<DatasetSpec> open) {
        Dialog<DatasetSpec> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Map columns: " + model.source());
        dialog.setResizable(true);
        ButtonType done = new ButtonType("Open", ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().addAll(done, ButtonType.CANCEL);
        MappingPane pane = new MappingPane(model);
        dialog.getDialogPane().setContent(pane);
        // The theme keeps dialogs narrow, which is right for questions but not for tables.
        dialog.getDialogPane().getStyleClass().add("wide-dialog");
        dialog.getDialogPane().setPrefSize(1040, 660);
        Button button = (Button) dialog.getDialogPane().lookupButton(done);
        button.setId("mapping-open");
        button.disableProperty().bind(model.readyProperty().not());
        Icons.explain(button, "Open the file with these columns", "Not yet: the sentence below the fields says what is missing.");
        DisabledTooltips.install(dialog.getDialogPane().getScene());
        dialog.setResultConverter(pressed -> pressed == done ? model.spec().orElse(null) : null);
        dialog.setOnHidden(event -> {
            if (dialog.getResult() != null) {
                open.accept(dialog.getResult());
            }
        });
        dialog.show();
    }
}
