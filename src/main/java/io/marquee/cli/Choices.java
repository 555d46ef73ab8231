package io.marquee.cli;

import io.marquee.data.MatineePreset;
import io.marquee.data.SplitMethod;
import io.marquee.export.ExportFormat;
import io.marquee.model.EmbeddingUpdates;
import io.marquee.model.OptimizerKind;
import io.marquee.model.Preset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options that take one of a few words, in any case. */
abstract class Choices<T> implements ITypeConverter<T>, Iterable<String> {

    private final T[] values;
    private final Function<T, String> word;

    private Choices(T[] values, Function<T, String> word) {
        this.values = values;
        this.word = word;
    }

    @Override
    public T convert(String text) {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of "
                        + Arrays.stream(values).map(word).collect(Collectors.joining(", "))));
    }

    /** The words, for help texts. */
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(values).map(word).iterator();
    }

    /** A size of the built-in dataset by the MovieLens dataset it is like, or by its own name. */
    static final class Likeness extends Choices<MatineePreset> {
        Likeness() {
            super(MatineePreset.values(), preset -> "ml-" + preset.id());
        }

        @Override
        public MatineePreset convert(String text) {
            return MatineePreset.parse(text).orElseGet(() -> super.convert(text));
        }
    }

    static final class Presets extends Choices<Preset> {
        Presets() {
            super(Preset.values(), Preset::id);
        }
    }

    static final class Optimizers extends Choices<OptimizerKind> {
        Optimizers() {
            super(OptimizerKind.values(), kind -> kind.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Ways to divide ratings; folds have an option of their own. */
    static final class Splits extends Choices<SplitMethod> {
        Splits() {
            super(new SplitMethod[] {SplitMethod.RANDOM, SplitMethod.PER_USER, SplitMethod.BY_TIME,
                SplitMethod.LEAVE_LAST}, SplitMethod::id);
        }
    }

    static final class Updates extends Choices<EmbeddingUpdates> {
        Updates() {
            super(EmbeddingUpdates.values(), kind -> kind.name().toLowerCase(Locale.ROOT));
        }
    }

    static final class Formats extends Choices<ExportFormat> {
        Formats() {
            super(ExportFormat.values(), format -> format.name().toLowerCase(Locale.ROOT));
        }
    }
}
