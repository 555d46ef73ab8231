package io.marquee.model;

/**
 * How a result was obtained: without it a number means nothing. Stored with each model and report.
 *
 * @param dataset name of the dataset
 * @param datasetFingerprint hash of its ratings, as hexadecimal digits
 * @param split how ratings were divided, in words
 * @param trainRatings size of the train part
 * @param validationRatings size of the validation part; 0 where there is none
 * @param testRatings size of the test part
 * @param coldUsers users of the test part without a rating in the train part
 * @param coldItems items of the test part without a rating in the train part
 * @param clipped whether predictions were clipped to the rating scale
 * @param epochRule which epoch the model and its metrics are of, such as "last"
 * @param trainMseRule how train MSE was measured, in words
 * @param device device it was trained on
 * @param engine code path that trained it
 * @param marqueeVersion version of Marquee
 * @param javaVersion version of Java
 */
public record Protocol(
        String dataset,
        String datasetFingerprint,
        String split,
        int trainRatings,
        int validationRatings,
        int testRatings,
        int coldUsers,
        int coldItems,
        boolean clipped,
        String epochRule,
        String trainMseRule,
        String device,
        String engine,
        String marqueeVersion,
        String javaVersion) {

    /** Which epoch the model is of, in words, such as "last epoch". */
    public String epochInWords() {
        return epochRule.equals("last") ? "last epoch" : "epoch with the " + epochRule;
    }

    /** When the test part was measured, in words. */
    public String testRule() {
        return validationRatings > 0 ? "measured once, at the end" : "measured after each epoch";
    }
}
