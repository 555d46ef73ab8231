package io.marquee.ui.fake;

import io.marquee.recommend.RatedItem;
import io.marquee.recommend.Recommendation;
import io.marquee.recommend.Recommender;
import io.marquee.recommend.UnknownUserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Knows the users 1 to 200 and answers at once; the first recommendation tells which recommender it was. */
public final class FakeRecommender implements Recommender {

    private final int epoch;

    public FakeRecommender(int epoch) {
        this.epoch = epoch;
    }

    @Override
    public List<Recommendation> recommend(String userId, int count, boolean includeRated) {
        int user = known(userId);
        List<Recommendation> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(new Recommendation(i + 1, SmallData.item((user + i * 3 + epoch) % 49 + (includeRated ? 100 : 0)),
                    4.9 - i * 0.07, 1200 - 90 * i, Optional.empty()));
        }
        return list;
    }

    @Override
    public List<RatedItem> ratedBy(String userId) {
        int user = known(userId);
        return IntStream.range(0, 30)
                .mapToObj(i -> new RatedItem(SmallData.item((user + i) % 49), 5 - i / 6 * 0.5, false)).toList();
    }

    private int known(String userId) {
        int user = userId.matches("\\d{1,6}") ? Integer.parseInt(userId) : -1;
        if (user < 1 || user > 200) {
            throw new UnknownUserException(userId, "1", "200");
        }
        return user;
    }

    @Override
    public List<String> searchUsers(String prefix, int limit) {
        return IntStream.rangeClosed(1, 200).mapToObj(Integer::toString).filter(id -> id.startsWith(prefix)).limit(limit)
                .toList();
    }
}
