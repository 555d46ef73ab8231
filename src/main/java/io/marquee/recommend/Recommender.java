package io.marquee.recommend;

import java.util.List;

/** Answers what a user should watch. Thread-safe; answers take milliseconds. */
public interface Recommender {

    /**
     * The items with the highest predicted rating, highest first. Items the user has rated, in the train or the test part,
     * are left out unless asked for, so there may be fewer than {@code count}.
     *
     * @param userId original id
     * @param count how many, at least 1
     * @param includeRated whether items the user has rated may be recommended
     * @throws UnknownUserException if the model does not know the user
     */
    List<Recommendation> recommend(String userId, int count, boolean includeRated);

    /** What a user has rated, highest rating first, then by title. */
    List<RatedItem> ratedBy(String userId);

    /** Up to {@code limit} original user ids that begin with {@code prefix}, in index order. */
    List<String> searchUsers(String prefix, int limit);
}
