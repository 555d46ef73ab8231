package io.marquee.ui.chart;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;

/** Lines over batches or epochs, redrawn as they grow. */
public final class LineChartCanvas extends CanvasChart {

    private static final double KEY_STEP = 8;

    private final ChartPainter painter;
    private final ObjectProperty<ChartData> data = new SimpleObjectProperty<>(this, "data", ChartData.empty());

    /** @param labels what is written around the lines */
    public LineChartCanvas(ChartLabels labels) {
        super(labels.title());
        painter = new ChartPainter(labels);
        data.addListener(change -> redraw());
    }

    public ObjectProperty<ChartData> dataProperty() {
        return data;
    }

    @Override
    boolean isEmpty() {
        return data.get().isEmpty();
    }

    @Override
    void paint(GraphicsContext g, double width, double height) {
        painter.paint(g, width, height, data.get(), paletteProperty().get());
    }

    @Override
    void paintReadOff(GraphicsContext g, double width, double height, double x, double y) {
        painter.paintReadOff(g, width, height, data.get(), paletteProperty().get(), x);
    }

    @Override
    double[] step(double width, double height, double x, double y, int steps) {
        return new double[] {painter.inside(width, Double.isNaN(x) ? width / 2 : x + steps * KEY_STEP), y};
    }
}
