package io.marquee.ui.window;

import io.marquee.ui.Icons;
import io.marquee.ui.run.RunReport;
import io.marquee.ui.run.RunStatus;
import io.marquee.ui.run.RunViewModel;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Progress over the whole run, epoch, time left, speed, memory. */
final class StatusBar extends HBox {

    private static final double MIB = 1024 * 1024;

    private final Label where = label("status-where");
    private final Label left = label("status-left");
    private final Label speed = label("status-speed");
    private final Label engine = label("status-engine");
    private final Label memory = label("status-memory");
    private final ProgressBar progress = new ProgressBar(0);

    /** @param search what a search under way does; empty where there is none */
    StatusBar(RunViewModel run, ObservableValue<String> search) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        progress.setId("run-progress");
        progress.setPrefWidth(180);
        progress.setMinWidth(80);
        progress.managedProperty().bind(progress.visibleProperty());
        progress.setAccessibleText("Progress of the run");
        engine.setMinWidth(0);
        Label searching = label("status-search");
        searching.textProperty().bind(search);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Icons.explain(memory, "Java heap in use, and the most it may use");
        getChildren().addAll(progress, where, left, speed, engine, searching, gap, memory);
        run.statusProperty().addListener((property, before, now) -> show(now));
        run.snapshotProperty().addListener((property, before, now) -> {
            if (!before.started().equals(now.started())) {
                engine.setText(RunReport.engine(now));
                Icons.explain(engine, "What trains, and by which code path: " + engine.getText());
            }
        });
        show(run.statusProperty().get());
        showMemory();
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.setMinWidth(USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private void show(RunStatus status) {
        progress.setProgress(status.fraction());
        progress.setVisible(status.fraction() != 0);
        where.setText(status.where());
        left.setText(status.timeLeft());
        speed.setText(status.speed());
    }

    /** Called once a second. */
    void showMemory() {
        Runtime runtime = Runtime.getRuntime();
        double used = (runtime.totalMemory() - runtime.freeMemory()) / MIB;
        memory.setText(String.format(Locale.ROOT, "Memory %,.0f of %,.0f MB", used, runtime.maxMemory() / MIB));
    }
}
