package io.marquee.data;

/** What each user has rated. */
public interface RatedItems {

    /** The number of users. */
    int users();

    /** The number of items a user has rated. */
    int count(int user);

    /** The index of the k-th item a user has rated. */
    int item(int user, int k);

    /** The user's rating of their k-th item. */
    float rating(int user, int k);

    /** Whether the k-th rating of a user is in the test part. */
    boolean inTest(int user, int k);
}
