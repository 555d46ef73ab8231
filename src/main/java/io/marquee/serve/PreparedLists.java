package io.marquee.serve;

import io.marquee.data.IdIndex;
import io.marquee.data.RatingScale;
import io.marquee.export.TopLists;
import io.marquee.recommend.ItemFacts;
import io.marquee.recommend.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The lists of all users, worked out ahead: a model does not change, and a large catalogue takes longer to score
 * than an answer may take when many ask. Users come in the order of their ids.
 */
final class PreparedLists implements AutoCloseable {

    private final IdIndex users;
    private final RatingScale scale;
    private final ItemFacts facts;
    private final Optional<TopLists> lists;
    private volatile boolean closed;

    /** @param lists where the lists go; empty where none are to be prepared */
    PreparedLists(IdIndex users, RatingScale scale, ItemFacts facts, Optional<TopLists> lists) {
        this.users = users;
        this.scale = scale;
        this.facts = facts;
        this.lists = lists;
    }

    /** Works the lists out, on this thread, until all are there, {@code enough} says so, or this is closed. */
    void fill(BooleanSupplier enough) {
        lists.ifPresent(wanted -> wanted.fill(() -> closed || enough.getAsBoolean()));
    }

    /** Users whose list is ready. */
    int ready() {
        return lists.map(TopLists::ready).orElse(0);
    }

    /** The best movies of a user; none if the list is not ready, not that long, or the user unknown. */
    List<Recommendation> list(String userId, int top) {
        int user = users.indexOf(userId);
        if (lists.isEmpty() || user == IdIndex.UNKNOWN || user >= ready() || top > lists.get().capacity()) {
            return List.of();
        }
        List<Recommendation> list = new ArrayList<>(top);
        for (int place = 0; place < Math.min(top, lists.get().size(user)); place++) {
            int item = lists.get().item(user, place);
            list.add(new Recommendation(place + 1, facts.item(item), scale.clip(lists.get().stars(user, place)),
                    facts.ratingCount(item), Optional.empty()));
        }
        return list;
    }

    @Override
    public void close() {
        closed = true;
    }
}
