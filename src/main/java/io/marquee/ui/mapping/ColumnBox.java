package io.marquee.ui.mapping;

import io.marquee.data.read.TablePreview;
import io.marquee.ui.ChoiceConverter;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;

/** Chooses one of the columns that the preview has, by name. */
final class ColumnBox extends ComboBox<Integer> {

    private final IntegerProperty chosen;
    private final ObservableValue<TablePreview> preview;
    private final boolean optional;
    private boolean offering;

    /** @param optional whether "none" is offered, too */
    ColumnBox(IntegerProperty chosen, ObservableValue<TablePreview> preview, boolean optional) {
        this.chosen = chosen;
        this.preview = preview;
        this.optional = optional;
        setConverter(new ChoiceConverter<>(this::name));
        chosen.addListener(change -> offer());
        preview.addListener(change -> offer());
        valueProperty().addListener((property, before, now) -> {
            if (!offering && now != null) {
                chosen.set(now);
            }
        });
        offer();
    }

    private void offer() {
        offering = true;
        int first = optional ? MappingFields.NONE : 0;
        getItems().setAll(IntStream.range(first, preview.getValue().columns().size()).boxed().toList());
        // Without the step in between a column that has got another name would go on showing its old one.
        setValue(null);
        setValue(chosen.get());
        offering = false;
    }

    private String name(int column) {
        List<String> names = preview.getValue().columns();
        return column == MappingFields.NONE ? "none" : column < names.size() ? names.get(column) : "column " + column;
    }
}
