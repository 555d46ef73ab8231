package io.marquee.tune;

import io.marquee.model.Hyperparameters;
import io.marquee.model.Preset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What a search varies; all else stays as it is.
 *
 * @param variations at least one, no hyperparameter twice, in the order of {@link Tunable}
 */
public record SearchSpace(List<Variation> variations) {

    /** @throws IllegalArgumentException with a sentence if nothing varies or something twice */
    public SearchSpace {
        variations = variations.stream().sorted(Comparator.comparing(Variation::parameter)).toList();
        if (variations.isEmpty()) {
            throw new IllegalArgumentException("Nothing varies: name at least one hyperparameter with its values, such as "
                    + "learning-rate=0.0001..0.01:log.");
        }
        Set<Tunable> seen = EnumSet.noneOf(Tunable.class);
        for (Variation variation : variations) {
            if (!seen.add(variation.parameter())) {
                throw new IllegalArgumentException(variation.parameter().label() + " is varied twice: name all its values at once.");
            }
        }
    }

    /** A value as hyperparameters give it back, so that "0.010" and "0.01" are one. */
    static String canonical(Tunable parameter, String value) {
        return parameter.valueIn(parameter.with(Preset.QUICK_LOOK.hyperparameters(), value));
    }

    public List<Tunable> parameters() {
        return variations.stream().map(Variation::parameter).toList();
    }

    /** Whether a hyperparameter is varied. */
    boolean varies(Tunable parameter) {
        return parameters().contains(parameter);
    }

    /** Number of points of the grid; no more than a long can hold. */
    public long gridSize() {
        long size = 1;
        for (Variation variation : variations) {
            int values = variation.candidates().grid().size();
            size = size > Long.MAX_VALUE / values ? Long.MAX_VALUE : size * values;
        }
        return size;
    }

    /** Whether there are no other points than those of the grid. */
    boolean finite() {
        return variations.stream().allMatch(variation -> variation.candidates().finite());
    }

    /** @param index number of the point, from 0 */
    Hyperparameters gridPoint(Hyperparameters base, long index) {
        Hyperparameters point = base;
        long rest = index;
        for (Variation variation : variations) {
            List<String> values = variation.candidates().grid();
            point = variation.parameter().with(point, values.get((int) (rest % values.size())));
            rest /= values.size();
        }
        return point;
    }

    /** A point at random. */
    Hyperparameters draw(Hyperparameters base, SplittableRandom random) {
        Hyperparameters point = base;
        for (Variation variation : variations) {
            point = variation.parameter().with(point, variation.candidates().draw(random));
        }
        return point;
    }

    /** The values that a point has in what is varied, in order. */
    public List<String> values(Hyperparameters point) {
        List<String> values = new ArrayList<>();
        variations.forEach(variation -> values.add(variation.parameter().valueIn(point)));
        return values;
    }

    /** Such as "learning rate 0.0001 to 0.01, logarithmic; embedding size 8, 16, 32". */
    public String words() {
        return variations.stream()
                .map(variation -> lower(variation.parameter().label()) + " " + variation.candidates().words())
                .collect(Collectors.joining("; "));
    }

    private static String lower(String label) {
        return label.equals("L2") ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
