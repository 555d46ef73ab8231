package io.marquee.ui.form;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The state of one typed field. The text is checked at each change, but an error appears only when the field is left or
 * training is asked for: half of a number is not a mistake. An error that is shown goes as soon as it is mended.
 */
public final class FieldModel {

    private final FormField field;
    private final Function<String, Optional<String>> check;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final BooleanProperty enabled = new SimpleBooleanProperty(this, "enabled", true);
    private final ReadOnlyStringWrapper shownError = new ReadOnlyStringWrapper(this, "shownError", "");
    private boolean showing;

    /** @param check the sentence that says what is wrong with a text, if anything */
    FieldModel(FormField field, Function<String, Optional<String>> check) {
        this.field = field;
        this.check = check;
        text.addListener(change -> refresh());
        enabled.addListener(change -> refresh());
    }

    public FormField field() {
        return field;
    }

    public StringProperty textProperty() {
        return text;
    }

    /** Whether the field matters now. What stands in a disabled field is no error. */
    public BooleanProperty enabledProperty() {
        return enabled;
    }

    /** What is wrong, once it is time to say so; empty otherwise. */
    public ReadOnlyStringProperty shownErrorProperty() {
        return shownError.getReadOnlyProperty();
    }

    /** What is wrong now, shown or not. */
    public Optional<String> error() {
        return enabled.get() ? check.apply(text.get()) : Optional.empty();
    }

    /** It is time to show an error, if there is one. */
    public void reveal() {
        showing = true;
        refresh();
    }

    /** Checks again, because something besides the text has changed. */
    void refresh() {
        Optional<String> error = error();
        if (error.isEmpty()) {
            showing = false;
        }
        shownError.set(showing ? error.orElse("") : "");
    }
}
