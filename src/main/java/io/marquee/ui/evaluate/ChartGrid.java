package io.marquee.ui.evaluate;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Small charts in as many equal columns as there is room for. */
final class ChartGrid extends Region {

    private static final double NARROWEST = 224;
    private static final double HEIGHT = 180;
    private static final double GAP = 12;

    ChartGrid(Region... charts) {
        getChildren().addAll(charts);
    }

    private int columns(double width) {
        int fitting = (int) Math.floor((width + GAP) / (NARROWEST + GAP));
        return Math.max(1, Math.min(getChildren().size(), fitting));
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double width = Math.floor((getWidth() - GAP * (columns - 1)) / columns);
        List<Node> charts = getManagedChildren();
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i).resizeRelocate(i % columns * (width + GAP), i / columns * (HEIGHT + GAP), width, HEIGHT);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width);
        int rows = (getChildren().size() + columns - 1) / columns;
        return rows * HEIGHT + (rows - 1) * GAP;
    }

    @Override
    protected double computePrefWidth(double height) {
        return NARROWEST;
    }
}
