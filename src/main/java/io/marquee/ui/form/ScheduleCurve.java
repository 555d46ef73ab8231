package io.marquee.ui.form;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** The learning rate over the run as a small curve; there only where it changes. */
final class ScheduleCurve extends Region {

    private static final double HEIGHT = 34;
    private static final double MARGIN = 4;

    private final ObservableValue<List<Double>> factors;
    private final Polyline line = new Polyline();

    /** @param factors part of the learning rate at places evenly spread over the run, 0 to 1; empty for no curve */
    ScheduleCurve(ObservableValue<List<Double>> factors) {
        this.factors = factors;
        setId("schedule-curve");
        getStyleClass().add("schedule-curve");
        setAccessibleText("Learning rate over the run");
        line.getStyleClass().add("schedule-line");
        getChildren().add(line);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        factors.addListener(change -> show());
        show();
    }

    private void show() {
        setVisible(!factors.getValue().isEmpty());
        setManaged(isVisible());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        List<Double> values = factors.getValue();
        double width = getWidth() - 2 * MARGIN;
        double height = getHeight() - 2 * MARGIN;
        Double[] points = new Double[2 * values.size()];
        for (int i = 0; i < values.size(); i++) {
            points[2 * i] = MARGIN + width * i / Math.max(1, values.size() - 1);
            points[2 * i + 1] = MARGIN + height * (1 - values.get(i));
        }
        line.getPoints().setAll(points);
    }
}
