package io.marquee.export;

import io.marquee.data.RatedItems;
import io.marquee.recommend.SplitNetwork;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Finds the best items of a tile of users. What the users bring to the network's first layer stays in the second-level
 * cache while blocks of items pass. Holds buffers: one a thread.
 */
final class TopListTile {

    /** Items of a block, which all users of the tile meet before the next. */
    private static final int BLOCK = 64;

    /** Floats the users of a tile take: 512 KB. */
    private static final int TILE_FLOATS = 1 << 17;

    private static final int LEAST_USERS = 16;
    private static final int MOST_USERS = 1024;

    private final TopListSource source;
    private final boolean includeRated;
    private final SplitNetwork network;
    private final SplitNetwork.Scorer scorer;
    private final float[] users;
    private final float[] items;
    private final float[] ratings;
    private final BestItems[] best;
    private final int[] nextRated;

    TopListTile(TopListSource source, TopListSpec spec) {
        this.source = source;
        this.includeRated = spec.includeRated();
        this.network = source.network();
        this.scorer = network.scorer();
        int size = users(network.width());
        this.users = new float[size * network.width()];
        this.items = source.allItems() == null ? new float[BLOCK * network.width()] : null;
        this.ratings = new float[size * BLOCK];
        this.nextRated = new int[size];
        this.best = new BestItems[size];
        for (int i = 0; i < size; i++) {
            best[i] = new BestItems(spec.count(), source.popularity());
        }
    }

    /** Users a tile has in a network of so many first sums. */
    static int users(int width) {
        return Math.max(LEAST_USERS, Math.min(MOST_USERS, TILE_FLOATS / width));
    }

    /** The best items of the i-th user of the tile last found. */
    BestItems best(int i) {
        return best[i];
    }

    /**
     * Finds the best items of users {@code firstUser..firstUser+count-1}.
     *
     * @throws CancellationException if {@code cancelled} says so between two blocks
     */
    void find(int firstUser, int count, BooleanSupplier cancelled) {
        for (int i = 0; i < count; i++) {
            network.userSums(firstUser + i, users, i);
            best[i].clear();
            nextRated[i] = 0;
        }
        int itemCount = source.itemCount();
        for (int from = 0; from < itemCount; from += BLOCK) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            int size = Math.min(BLOCK, itemCount - from);
            if (items == null) {
                scorer.predict(users, 0, count, source.allItems(), from, size, ratings);
            } else {
                for (int k = 0; k < size; k++) {
                    network.itemSums(from + k, items, k);
                }
                scorer.predict(users, 0, count, items, 0, size, ratings);
            }
            for (int i = 0; i < count; i++) {
                offer(firstUser + i, i, from, size);
            }
        }
    }

    private void offer(int user, int i, int from, int size) {
        RatedItems history = source.history();
        int rated = history.count(user);
        int next = nextRated[i];
        for (int k = 0; k < size; k++) {
            int item = from + k;
            boolean seen = next < rated && history.item(user, next) == item;
            if (seen) {
                next++;
            }
            if (source.learnt(item) && (includeRated || !seen)) {
                best[i].offer(item, ratings[i * size + k]);
            }
        }
        nextRated[i] = next;
    }
}
