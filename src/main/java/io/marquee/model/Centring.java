package io.marquee.model;

/**
 * The affine map between ratings and the targets the network is trained on: target = (rating - mean) / scale. With
 * scale 1 errors stay in stars.
 *
 * @param mean mean rating of the train part
 * @param scale 1, or the train part's standard deviation where standardisation is on; above 0
 */
public record Centring(double mean, double scale) {

    public Centring {
        if (!Double.isFinite(mean) || !(scale > 0) || !Double.isFinite(scale)) {
            throw new IllegalArgumentException("Centring needs a finite mean and a finite scale above 0, not " + mean + ", " + scale);
        }
    }

    public float toTarget(double rating) {
        return (float) ((rating - mean) / scale);
    }

    public double toRating(double output) {
        return output * scale + mean;
    }
}
