package io.marquee.ui.window;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import io.marquee.device.Device;
import io.marquee.ui.Icons;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The devices of this machine, one below the other; one that cannot be used is grey and says why. */
final class DeviceList extends VBox {

    private final DevicesViewModel model;

    DeviceList(DevicesViewModel model) {
        super(8);
        this.model = model;
        setId("devices");
        model.list().addListener((InvalidationListener) change -> show());
        model.lookingProperty().addListener(change -> show());
        show();
    }

    private void show() {
        getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        for (Device device : model.list()) {
            getChildren().add(entry(device, group));
        }
        getChildren().addAll(model.lookingProperty().get() ? looking() : lookAgain(), isolate());
    }

    private static Label looking() {
        Label looking = new Label("Looking for devices…");
        looking.getStyleClass().add(Styles.TEXT_MUTED);
        return looking;
    }

    private Hyperlink lookAgain() {
        Hyperlink again = new Hyperlink("Look again");
        again.setId("find-devices");
        Icons.explain(again, "Ask the system for its devices anew, after a driver was installed or a GPU plugged in");
        again.setOnAction(event -> model.findAgain());
        return again;
    }

    private HBox isolate() {
        ToggleSwitch isolate = new ToggleSwitch();
        isolate.setId("isolate");
        isolate.setAccessibleText("Isolate training");
        isolate.selectedProperty().bindBidirectional(model.isolateProperty());
        Label label = new Label("Isolate training");
        label.setLabelFor(isolate);
        // As wide as the names of the form's fields, so that the switch stands below them.
        label.setMinWidth(122);
        HBox line = new HBox(8, label, isolate);
        line.setAlignment(Pos.CENTER_LEFT);
        Icons.explain(line, """
                Train in a process of its own. If it crashes or memory runs out there, the run ends and can be resumed; this
                window stays. Starting takes a second or two longer. A GPU always has a process of its own.""");
        return line;
    }

    private VBox entry(Device device, ToggleGroup group) {
        RadioButton button = new RadioButton(device.name());
        button.setId("device-" + device.id());
        button.setMnemonicParsing(false);
        button.setWrapText(true);
        button.setToggleGroup(group);
        button.setDisable(!device.usable());
        button.setSelected(device.equals(model.chosenProperty().get()));
        button.setOnAction(event -> model.choose(device));
        // Without this the button of a device chosen later, from the settings, would stay empty.
        model.chosenProperty().addListener((property, before, now) -> button.setSelected(device.equals(now)));
        Label note = new Label(device.note());
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "device-note");
        VBox entry = new VBox(1, button, note);
        if (!device.usable()) {
            Icons.explain(entry, device.name() + " cannot be used: " + device.note());
        }
        return entry;
    }
}
