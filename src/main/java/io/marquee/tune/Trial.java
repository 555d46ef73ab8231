package io.marquee.tune;

import io.marquee.model.Hyperparameters;
import java.util.OptionalLong;

/**
 * One point of the space and what became of it. Each trial is a run of the history.
 *
 * @param number number in its search, from 1
 * @param settings its hyperparameters
 * @param state where it is in its life
 * @param rung how often it was promoted, from 0; without halving always 0
 * @param epochs epochs trained so far
 * @param validationMse error on the validation part of the epoch its run would keep, in squared stars; NaN before the first
 * @param lowestMse lowest validation MSE of any of its epochs, in squared stars; NaN before the first
 * @param testMse error on the test part, in squared stars; NaN unless it was the best when the search ended
 * @param seconds time it took so far, pauses excluded
 * @param failure why it failed, in a sentence; empty where it did not
 * @param run number of its run; empty before it is recorded
 */
public record Trial(
        int number,
        Hyperparameters settings,
        TrialState state,
        int rung,
        int epochs,
        double validationMse,
        double lowestMse,
        double testMse,
        double seconds,
        String failure,
        OptionalLong run) {

    /** A trial that begins. */
    static Trial begin(int number, Hyperparameters settings) {
        return new Trial(number, settings, TrialState.RUNNING, 0, 0, Double.NaN, Double.NaN, Double.NaN, 0, "", OptionalLong.empty());
    }

    Trial in(TrialState other) {
        return new Trial(number, settings, other, rung, epochs, validationMse, lowestMse, testMse, seconds, failure, run);
    }

    Trial failed(String sentence) {
        return new Trial(number, settings, TrialState.FAILED, rung, epochs, validationMse, lowestMse, testMse, seconds, sentence, run);
    }

    Trial promoted() {
        return new Trial(number, settings, TrialState.WAITING, rung + 1, epochs, validationMse, lowestMse, testMse, seconds, failure, run);
    }

    Trial tested(double mse) {
        return new Trial(number, settings, state, rung, epochs, validationMse, lowestMse, mse, seconds, failure, run);
    }

    Trial after(int trained, double mse, double lowest, double spent, OptionalLong recordedAs) {
        return new Trial(number, settings, state, rung, trained, mse, lowest, testMse, spent, failure,
                recordedAs.isPresent() ? recordedAs : run);
    }

    /** How many rungs it has finished: only trials that have finished as many were trained alike. */
    public int level() {
        return state == TrialState.DONE || state == TrialState.DROPPED ? rung + 1 : rung;
    }

    /** The hyperparameters that give the model that was measured: with as many epochs as it had. */
    public Hyperparameters settingsMeasured() {
        return epochs == 0 || epochs >= settings.epochs() || settings.earlyStopping().isPresent() ? settings
                : settings.toBuilder().epochs(epochs).build();
    }
}
