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
}
