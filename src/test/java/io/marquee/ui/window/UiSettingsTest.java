package io.marquee.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.DatasetSpec;
import io.marquee.settings.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UiSettingsTest {

    @TempDir
    Path folder;

    @Test
    void settingsComeBackAsTheyWere() throws IOException {
        JsonFile<UiSettings> file = new JsonFile<>(folder.resolve("settings.json"), UiSettings.class);
        UiSettings settings = new UiSettings(ThemeChoice.DARK, Map.of("EPOCHS", "many"),
                DatasetSpec.pair("/a.train", "/a.test"), List.of(DatasetSpec.of("/b")), "cpu", true,
                new UiSettings.Bounds(1000, 700, true), false, true);

        file.write(settings);

        assertThat(file.read()).contains(settings);
    }

    @Test
    void whatIsMissingInTheFileIsAsAtAFirstStart() throws IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(path, "{\"theme\":\"LIGHT\",\"bounds\":{\"width\":3,\"height\":-1,\"maximized\":false}}");

        UiSettings settings = new JsonFile<>(path, UiSettings.class).read().orElseThrow();

        assertThat(settings.theme()).isEqualTo(ThemeChoice.LIGHT);
        assertThat(settings.bounds()).isEqualTo(UiSettings.Bounds.DEFAULT);
        assertThat(settings.dataset()).isEqualTo(DatasetSpec.of("matinee:100k"));
        assertThat(settings.askPanel()).isTrue();
        assertThat(settings.tourSeen()).isFalse();
    }

    @Test
    void aSettingThatMakesNoSenseTakesNoOtherWithIt() throws IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(path, """
                {"theme": "SEPIA", "form": {"EPOCHS": "many", "BATCH_SIZE": [1, 2], "SEED": null, "NO_FIELD": "x"},
                 "dataset": {"source": "/vanished/ratings.csv"},
                 "recent": [{"source": "/b"}, 42, null, {"source": null}, {"source": "/c", "testSource": {}}],
                 "device": "gpu99", "isolate": "perhaps", "bounds": {"width": "NaN", "height": -5, "maximized": "full"},
                 "askPanel": false, "tourSeen": true, "ofTheNextVersion": [{}]}""");

        UiSettings settings = new JsonFile<>(path, UiSettings.class).read().orElseThrow();

        assertThat(settings.theme()).isEqualTo(ThemeChoice.SYSTEM);
        assertThat(settings.form()).isEqualTo(Map.of("EPOCHS", "many", "NO_FIELD", "x"));
        assertThat(settings.dataset()).isEqualTo(DatasetSpec.of("/vanished/ratings.csv"));
        assertThat(settings.recent()).containsExactly(DatasetSpec.of("/b"), DatasetSpec.of("/c"));
        assertThat(settings.device()).isEqualTo("gpu99");
        assertThat(settings.isolate()).isFalse();
        assertThat(settings.bounds()).isEqualTo(UiSettings.Bounds.DEFAULT);
        assertThat(settings.askPanel()).isFalse();
        assertThat(settings.tourSeen()).isTrue();
    }
}
