package io.marquee.train;

/**
 * The trial of a search for hyperparameters that a run is for. Such a run is compared on the validation part and leaves the
 * test part alone.
 *
 * @param search number of the search
 * @param number number of the trial in it, from 1
 * @param untilEpoch the last epoch to train for now, at least 1; the run can go on later up to the epochs it plans
 */
public record SearchTrial(long search, int number, int untilEpoch) {

    /** What the run is called, such as "Search 3, trial 12". */
    public String title() {
        return "Search " + search + ", trial " + number;
    }
}
