package io.marquee.ui.mapping;

import io.marquee.data.ColumnMapping;
import io.marquee.data.InvalidDataException;
import io.marquee.data.TimestampFormat;
import io.marquee.data.read.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a person can say about a file's layout, as the dialog's controls hold it. */
final class MappingFields {

    /** The number of the time column where there is none. */
    static final int NONE = -1;

    final StringProperty delimiter = new SimpleStringProperty(",");
    final BooleanProperty quoted = new SimpleBooleanProperty();
    final StringProperty encoding = new SimpleStringProperty("UTF-8");
    final BooleanProperty header = new SimpleBooleanProperty();
    final IntegerProperty user = new SimpleIntegerProperty();
    final IntegerProperty item = new SimpleIntegerProperty();
    final IntegerProperty rating = new SimpleIntegerProperty();
    final IntegerProperty time = new SimpleIntegerProperty(NONE);
    final ObjectProperty<TimestampFormat> timeFormat = new SimpleObjectProperty<>(TimestampFormat.SECONDS);
    final StringProperty lowest = new SimpleStringProperty("");
    final StringProperty highest = new SimpleStringProperty("");
    final StringProperty missing = new SimpleStringProperty("");
    final StringProperty implicit = new SimpleStringProperty("");
    private int columns;

    /** What decides where one field ends and the next begins. */
    List<Observable> dividing() {
        return List.of(delimiter, quoted);
    }

    /** Everything else. */
    List<Observable> meaning() {
        return List.of(encoding, header, user, item, rating, time, timeFormat, lowest, highest, missing, implicit);
    }

    String quote() {
        return quoted.get() ? "\"" : "";
    }

    void fill(ColumnMapping mapping) {
        columns = mapping.columns();
        delimiter.set(mapping.delimiter());
        quoted.set(!mapping.quote().isEmpty());
        encoding.set(mapping.encoding());
        header.set(mapping.header());
        user.set(mapping.user());
        item.set(mapping.item());
        rating.set(mapping.rating());
        time.set(mapping.time().orElse(NONE));
        timeFormat.set(mapping.timeFormat());
        lowest.set(Wording.number(mapping.minimum()));
        highest.set(Wording.number(mapping.maximum()));
        missing.set(text(mapping.missing()));
        implicit.set(text(mapping.implicit()));
    }

    private static String text(List<Double> values) {
        return values.stream().map(Wording::number).collect(Collectors.joining(", "));
    }

    /**
     * The mapping that the fields say.
     *
     * @throws InvalidDataException with a sentence for people if they contradict each other, or a number is none
     */
    ColumnMapping mapping() throws InvalidDataException {
        ColumnMapping mapping = new ColumnMapping(delimiter.get(), quote(), encoding.get(), header.get(), columns,
                user.get(), item.get(), rating.get(),
                time.get() == NONE ? OptionalInt.empty() : OptionalInt.of(time.get()), timeFormat.get(),
                number("lowest rating", lowest.get()), number("highest rating", highest.get()),
                numbers("ratings that mean none", missing.get()),
                numbers("ratings that mean met, not rated", implicit.get()));
        mapping.check();
        return mapping;
    }

    private static List<Double> numbers(String what, String text) throws InvalidDataException {
        List<Double> values = new ArrayList<>();
        for (String part : Stream.of(text.split("[,;\\s]+")).filter(part -> !part.isBlank()).toList()) {
            values.add(number(what, part));
        }
        return values;
    }

    private static double number(String what, String text) throws InvalidDataException {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as for infinity.
        }
        throw new InvalidDataException(text.isBlank()
                ? "The " + what + " is missing: type a number."
                : "The " + what + ": " + Wording.quote(text.strip()) + " is not a number. Type one such as 5 or 0.5.");
    }
}
