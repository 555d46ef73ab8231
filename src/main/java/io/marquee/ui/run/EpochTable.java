package io.marquee.ui.run;

import atlantafx.base.theme.Styles;
import io.marquee.train.EpochResult;
import io.marquee.train.PhaseSeconds;
import io.marquee.ui.WordColumn;
import java.util.Locale;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** One row an epoch: errors, time, speed, and where the time went. The newest row is kept in view. */
final class EpochTable extends TableView<EpochResult> {

    private static final double WIDTH_OF_ALL = 562;

    EpochTable(RunViewModel model) {
        super(model.epochs());
        setId("epoch-table");
        getStyleClass().addAll(Styles.DENSE, "data-table");
        setAccessibleText("Epochs");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(28);
        Label empty = new Label();
        empty.textProperty().bind(Bindings.when(model.activeProperty())
                .then("The first epoch is under way: its row comes with its end.")
                .otherwise("Each epoch gets a row here. Press Train to begin."));
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        setPlaceholder(empty);
        getColumns().add(number("Epoch", 54, epoch -> String.format(Locale.ROOT, "%,d", epoch.epoch())));
        getColumns().add(number("Train MSE", 82, epoch -> error(epoch.trainMse())));
        TableColumn<EpochResult, String> mse = number("Test MSE", 78, epoch -> error(epoch.comparedMse()));
        TableColumn<EpochResult, String> rmse =
                number("Test RMSE", 86, epoch -> error(Math.sqrt(epoch.comparedMse())));
        getColumns().add(mse);
        getColumns().add(rmse);
        model.snapshotProperty().addListener((property, before, now) -> {
            if (!before.started().equals(now.started())) {
                boolean validates = now.started().map(run -> run.protocol().validationRatings() > 0).orElse(false);
                mse.setText(validates ? "Val. MSE" : "Test MSE");
                rmse.setText(validates ? "Val. RMSE" : "Test RMSE");
            }
        });
        TableColumn<EpochResult, String> seconds = number("Seconds", 70, epoch -> seconds(epoch.seconds()));
        getColumns().add(seconds);
        getColumns().add(number("Ratings/s", 90, epoch -> String.format(Locale.ROOT, "%,.0f", epoch.ratingsPerSecond())));
        getColumns().add(phases());
        // In a narrow window the root of an error beside it, and the time that the speed tells, too, give way.
        widthProperty().addListener((property, before, now) -> Platform.runLater(() -> {
            rmse.setVisible(getWidth() >= WIDTH_OF_ALL);
            seconds.setVisible(getWidth() >= WIDTH_OF_ALL);
        }));
        model.epochs().addListener((ListChangeListener<EpochResult>) change -> {
            if (!getItems().isEmpty()) {
                // Later: the table has not heard of the row yet, and would stop at the one before.
                Platform.runLater(() -> scrollTo(getItems().size() - 1));
            }
        });
    }

    static String error(double value) {
        if (!Double.isFinite(value)) {
            return "not a number";
        }
        return value >= 1e5 ? String.format(Locale.ROOT, "%.2e", value) : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.1f", value);
    }

    private static TableColumn<EpochResult, String> number(String title, double width, Function<EpochResult, String> text) {
        WordColumn<EpochResult, String> column = new WordColumn<EpochResult, String>(title, width, text, Function.identity()).ofNumbers();
        column.setMinWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static TableColumn<EpochResult, PhaseSeconds> phases() {
        TableColumn<EpochResult, PhaseSeconds> column = new TableColumn<>("Time");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().phases()));
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(PhaseSeconds phases, boolean empty) {
                super.updateItem(phases, empty);
                setGraphic(empty || phases == null ? null : new PhaseBar(phases));
            }
        });
        column.setMinWidth(80);
        column.setPrefWidth(220);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
