package io.marquee.export;

import io.marquee.model.TrainedModel;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The lists of all users in memory, eight bytes an entry. One thread fills them; others may read what is ready meanwhile.
 */
public final class TopLists {

    private final TopListSource source;
    private final TopListSpec spec;
    private final int[] items;
    private final float[] stars;
    private final int[] sizes;
    private volatile int ready;

    /** @throws IllegalArgumentException if the lists would not fit into an array */
    public TopLists(TrainedModel model, TopListSpec spec) {
        long entries = (long) model.users().size() * spec.count();
        if (entries > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("Lists of " + spec.count() + " movies for " + model.users().size()
                    + " users are too many to hold.");
        }
        this.source = new TopListSource(model, spec.memoryMegabytes());
        this.spec = spec;
        this.items = new int[(int) entries];
        this.stars = new float[(int) entries];
        this.sizes = new int[model.users().size()];
    }

    /** Works out all lists, in the order of users, until {@code cancelled} says so. */
    public void fill(BooleanSupplier cancelled) {
        TopListTile tile = new TopListTile(source, spec);
        int step = TopListTile.users(source.network().width());
        try {
            while (ready < sizes.length) {
                int count = Math.min(step, sizes.length - ready);
                tile.find(ready, count, cancelled);
                for (int i = 0; i < count; i++) {
                    keep(ready + i, tile.best(i));
                }
                ready += count;
            }
        } catch (CancellationException e) {
            // Nobody wants the others any more; those that are ready stay.
            return;
        }
    }

    private void keep(int user, BestItems best) {
        sizes[user] = best.size();
        for (int place = 0; place < best.size(); place++) {
            items[user * spec.count() + place] = best.item(place);
            stars[user * spec.count() + place] = best.rating(place);
        }
    }

    /** Users, from the first on, whose lists are ready. */
    public int ready() {
        return ready;
    }

    /** Movies a list may hold. */
    public int capacity() {
        return spec.count();
    }

    /** Movies in a user's list. */
    public int size(int user) {
        return sizes[user];
    }

    /** The index of the movie at a place, counted from 0. */
    public int item(int user, int place) {
        return items[user * spec.count() + place];
    }

    /** Its predicted stars, not clipped. */
    public float stars(int user, int place) {
        return stars[user * spec.count() + place];
    }
}
