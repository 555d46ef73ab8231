package io.marquee.ui.window;

import io.marquee.data.DatasetSpec;
import io.marquee.ui.data.DatasetChoice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the window remembers between starts. Anything may be missing in the file: the constructor puts defaults in.
 *
 * @param theme colours
 * @param form texts of the form, by field
 * @param dataset chosen dataset
 * @param recent files opened lately
 * @param device id of the chosen device
 * @param isolate whether runs train in a process of their own
 * @param bounds size of the window
 * @param askPanel whether the recommendations are shown
 * @param tourSeen whether the tour was finished or skipped
 */
public record UiSettings(
        ThemeChoice theme,
        Map<String, String> form,
        DatasetSpec dataset,
        List<DatasetSpec> recent,
        String device,
        Boolean isolate,
        Bounds bounds,
        Boolean askPanel,
        Boolean tourSeen) {

    /** Size of the window, and whether it fills the screen. */
    public record Bounds(double width, double height, boolean maximized) {

        static final Bounds DEFAULT = new Bounds(1440, 900, false);

        /** Whether a window of this size can be worked in. */
        boolean sensible() {
            return width >= 400 && height >= 300 && width <= 20_000 && height <= 20_000;
        }
    }

    public UiSettings {
        theme = theme == null ? ThemeChoice.SYSTEM : theme;
        form = form == null ? Map.of() : withoutNulls(form);
        dataset = dataset == null ? DatasetChoice.BUILT_IN.get(0).spec() : dataset;
        recent = recent == null ? List.of() : recent.stream().filter(Objects::nonNull).toList();
        device = device == null ? "" : device;
        isolate = isolate != null && isolate;
        bounds = bounds == null || !bounds.sensible() ? Bounds.DEFAULT : bounds;
        askPanel = askPanel == null || askPanel;
        tourSeen = tourSeen != null && tourSeen;
    }

    private static Map<String, String> withoutNulls(Map<String, String> form) {
        Map<String, String> texts = new HashMap<>(form);
        texts.values().removeIf(Objects::isNull);
        return Map.copyOf(texts);
    }

    /** The settings of a first start. */
    public static UiSettings defaults() {
        return new UiSettings(null, null, null, null, null, null, null, null, null);
    }
}
