package io.marquee.ui.map;

import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import io.marquee.ui.chart.Ramp;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;

/** What the colours of the map mean: a list whose entries can be clicked, or a scale. */
final class MapLegend extends FlowPane {

    private static final int STOPS = 10;

    private final MapViewModel model;

    MapLegend(MapViewModel model) {
        super(4, 0);
        this.model = model;
        setId("map-legend");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        model.coloursProperty().addListener(change -> show());
        show();
    }

    private void show() {
        getChildren().clear();
        MapColours colours = model.coloursProperty().get();
        if (colours == null) {
            return;
        }
        for (int group = 0; group < colours.entries().size(); group++) {
            getChildren().add(entry(colours.entries().get(group), group));
        }
        if (!colours.scale().isEmpty()) {
            getChildren().add(scale(colours));
        }
    }

    private Node entry(MapColours.Entry entry, int group) {
        Button button = new Button(entry.name(), new Circle(5, colour(entry.argb())));
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "map-legend-entry");
        button.setOnAction(event -> model.selectGroup(group));
        Icons.explain(button, String.format(Locale.ROOT, "%,d movies whose rarest frequent genre is %s. A click lists them.",
                entry.points(), entry.name()));
        return button;
    }

    private Node scale(MapColours colours) {
        boolean dark = model.darkProperty().get();
        Stop[] stops = new Stop[STOPS + 1];
        for (int i = 0; i <= STOPS; i++) {
            double share = (double) i / STOPS;
            stops[i] = new Stop(share, colour(Ramp.argb(share, dark)));
        }
        Rectangle bar = new Rectangle(180, 10, new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops));
        bar.setArcWidth(6);
        bar.setArcHeight(6);
        HBox box = new HBox(8, label(colours.scale().get(0)), bar, label(colours.scale().get(2)));
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinHeight(Region.USE_PREF_SIZE);
        Icons.explain(box, "The middle of the scale is " + colours.scale().get(1)
                + ". Its ends are where 2 in 100 movies lie beyond.");
        return box;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return label;
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }
}
