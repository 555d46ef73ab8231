package io.marquee.ui.look;

import io.marquee.ui.chart.CanvasChart;
import io.marquee.ui.chart.ChartPalette;
import io.marquee.ui.chart.RowChartCanvas;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

/** What users said of themselves; not in sight where the data does not tell. */
final class UserGroupsPane extends GridPane {

    private static final int COLUMNS = 3;
    private static final double GENDERS = 144;
    private static final double AGES = 216;
    private static final String NONE = "This data tells nothing of its users.";

    private final RowChartCanvas genders = chart("Users by gender");
    private final RowChartCanvas ages = chart("Users by age");
    private final RowChartCanvas occupations = chart("Users by occupation");

    UserGroupsPane(ObservableValue<ChartPalette> palette) {
        setId("look-users");
        getStyleClass().add("look-grid");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(column);
        }
        add(panel(genders, "chart-genders", GENDERS, palette), 0, 0);
        add(panel(ages, "chart-ages", AGES, palette), 0, 1);
        add(panel(occupations, "chart-occupations", GENDERS + AGES, palette), 1, 0, 2, 2);
        managedProperty().bind(visibleProperty());
    }

    private static RowChartCanvas chart(String title) {
        return new RowChartCanvas(title, NONE, percent -> String.format(Locale.ROOT, "%.1f %%", percent));
    }

    private static Node panel(CanvasChart chart, String id, double height, ObservableValue<ChartPalette> palette) {
        chart.setId(id);
        chart.paletteProperty().bind(palette);
        StackPane panel = new StackPane(chart);
        panel.getStyleClass().add("panel");
        panel.setMinHeight(height);
        panel.setPrefHeight(height);
        return panel;
    }

    void show(ProfileCharts charts) {
        genders.dataProperty().set(charts.genders());
        ages.dataProperty().set(charts.ages());
        occupations.dataProperty().set(charts.occupations());
        setVisible(!charts.genders().bars().isEmpty());
    }
}
