package io.marquee.runs;

/**
 * The loss of each batch of a run. The arrays are the record's own and must not be changed.
 *
 * @param losses loss of batches 1, 2, ... in squared stars; NaN where one was not recorded
 * @param marks numbers of batches at which the time is known, ascending
 * @param seconds training time of the run at each mark, pauses excluded
 */
public record LossCurve(float[] losses, int[] marks, double[] seconds) {

    /** No batch yet. */
    public static LossCurve empty() {
        return new LossCurve(new float[0], new int[0], new double[0]);
    }

    /** Number of the last batch. */
    public int batches() {
        return losses.length;
    }

    /**
     * Training time at the end of a batch, between two marks in proportion.
     *
     * @param batch number of the batch, counted from 1
     */
    public double secondsAt(int batch) {
        int low = 0;
        int high = marks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks[middle] < batch) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == marks.length) {
            return marks.length == 0 ? 0 : seconds[low - 1];
        }
        int from = low == 0 ? 0 : marks[low - 1];
        double since = low == 0 ? 0 : seconds[low - 1];
        return since + (seconds[low] - since) * (batch - from) / (marks[low] - from);
    }
}
