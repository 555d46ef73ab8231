package io.marquee.ui.form;

import atlantafx.base.theme.Styles;
import io.marquee.model.Preset;
import io.marquee.ui.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The presets and "Custom" side by side; shows which one the values of the form belong to. */
final class PresetBar extends HBox {

    private final FormViewModel model;
    private final ToggleGroup group = new ToggleGroup();

    PresetBar(FormViewModel model) {
        this.model = model;
        getStyleClass().add("preset-bar");
        setAccessibleText("Preset");
        List<ToggleButton> buttons = new ArrayList<>();
        for (Preset preset : Preset.values()) {
            ToggleButton button = button(preset.displayName(), preset);
            button.setOnAction(event -> choose(() -> model.apply(preset)));
            Icons.explain(button, switch (preset) {
                case QUICK_LOOK -> "A sensible result in well under a minute on the built-in data: a small network, Adam.";
                case LECTURE -> "The lecture's recipe: hidden layer of 1024, Nesterov momentum, 25 epochs.";
            });
            buttons.add(button);
        }
        ToggleButton custom = button("Custom", null);
        custom.setOnAction(event -> choose(model::applyCustom));
        custom.disableProperty().bind(model.customKeptProperty().not());
        Icons.explain(custom, "Values of your own; come back to the last ones any time.",
                "Values of your own: edit any field to get here.");
        buttons.add(custom);
        buttons.get(0).getStyleClass().add(Styles.LEFT_PILL);
        buttons.subList(1, buttons.size() - 1).forEach(button -> button.getStyleClass().add(Styles.CENTER_PILL));
        custom.getStyleClass().add(Styles.RIGHT_PILL);
        getChildren().addAll(buttons);
        model.presetProperty().addListener(change -> showPreset());
        showPreset();
    }

    private ToggleButton button(String text, Preset preset) {
        ToggleButton button = new ToggleButton(text);
        button.setId("preset-" + (preset == null ? "custom" : preset.id()));
        button.setUserData(preset);
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add(Styles.SMALL);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    /** A click on the chosen button would leave none chosen; the values decide what is shown. */
    private void choose(Runnable change) {
        change.run();
        showPreset();
    }

    private void showPreset() {
        Preset preset = model.presetProperty().get();
        group.getToggles().stream().filter(toggle -> toggle.getUserData() == preset).findFirst()
                .ifPresent(group::selectToggle);
    }
}
