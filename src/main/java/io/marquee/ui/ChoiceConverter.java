package io.marquee.ui;

import java.util.function.Function;
import javafx.util.StringConverter;

/** How the values of a box are called in which nothing can be typed. */
public final class ChoiceConverter<T> extends StringConverter<T> {

    private final Function<T, String> name;

    /** @param name what a value is called */
    public ChoiceConverter(Function<T, String> name) {
        this.name = name;
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : name.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("The box is not editable");
    }
}
