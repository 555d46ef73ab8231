package io.marquee.ui.mapping;

import io.marquee.data.read.TablePreview;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

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
        setConverter(new Names());
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

    private final class Names extends StringConverter<Integer> {
        @Override
        public String toString(Integer column) {
            List<String> names = preview.getValue().columns();
            if (column == null) {
                return "";
            }
            return column == MappingFields.NONE ? "none"
                    : column < names.size() ? names.get(column) : "column " + column;
        }

        @Override
        public Integer fromString(String text) {
            throw new UnsupportedOperationException("The box is not editable");
        }
    }
}
