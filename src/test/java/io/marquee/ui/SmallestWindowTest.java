package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every room in a window as small as it can be made, before and after a run. */
@ExtendWith(HeadlessToolkit.class)
class SmallestWindowTest {

    @TempDir
    Path folder;

    @Test
    void everyRoomFitsAndWordsThatAreCutOffCanBeReadInATooltip() throws TimeoutException {
        Fitting fitting = new Fitting();
        Inspection inspection = new Inspection();
        try (WindowFixture window = WindowFixture.smallest(folder)) {
            assertThat(window.read(() -> window.stage().getWidth())).isEqualTo(window.stage().getMinWidth());
            assertThat(window.read(() -> window.stage().getHeight())).isEqualTo(window.stage().getMinHeight());
            new Walk(window, where -> window.read(() -> {
                fitting.look(where, window.stage().getScene());
                inspection.look(where, window.stage().getScene());
                return true;
            })).walk();
        }
        assertThat(fitting.found()).isEmpty();
        assertThat(inspection.cut()).isEmpty();
    }
}
