package io.marquee.data.profile;

import io.marquee.data.AgeGroup;
import io.marquee.data.Catalogue;
import io.marquee.data.RatingTable;
import io.marquee.data.UserAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who the users with ratings are, where the source tells. Immutable.
 *
 * @param described users with ratings of whom it tells
 * @param undescribed users with ratings of whom it does not
 * @param genders groups by gender, most users first
 * @param ages groups by age, the youngest first
 * @param occupations groups by occupation, most users first
 */
public record UserGroups(
        int described, int undescribed, List<UserGroup> genders, List<UserGroup> ages, List<UserGroup> occupations) {

    private static final Comparator<UserGroup> MOST_USERS =
            Comparator.comparingInt(UserGroup::users).reversed().thenComparing(UserGroup::name);

    public UserGroups {
        genders = List.copyOf(genders);
        ages = List.copyOf(ages);
        occupations = List.copyOf(occupations);
    }

    private static final class Sums {
        private int users;
        private long ratings;
        private double stars;
    }

    /** The groups of one way to divide users. */
    private static final class Division {

        private final Map<String, Sums> groups = new LinkedHashMap<>();

        void add(String name, int ratings, double stars) {
            Sums sums = groups.computeIfAbsent(name, unseen -> new Sums());
            sums.users++;
            sums.ratings += ratings;
            sums.stars += stars;
        }

        List<UserGroup> groups(int described) {
            List<UserGroup> shown = new ArrayList<>();
            groups.forEach((name, sums) -> {
                if (sums.users > 0) {
                    shown.add(new UserGroup(name, sums.users, sums.users / (double) described, sums.ratings,
                            sums.stars / sums.ratings));
                }
            });
            return shown;
        }
    }

    /** The users of a table; empty where nothing is known of any of them. Goes over all ratings. */
    static Optional<UserGroups> of(RatingTable table, Catalogue catalogue) {
        if (catalogue.users().isEmpty()) {
            return Optional.empty();
        }
        int[] counts = new int[table.users().size()];
        double[] stars = new double[counts.length];
        for (int row = 0; row < table.size(); row++) {
            counts[table.user(row)]++;
            stars[table.user(row)] += table.rating(row);
        }
        Division genders = new Division();
        Division ages = new Division();
        Division occupations = new Division();
        for (AgeGroup age : AgeGroup.values()) {
            // So that they are in order, whoever comes first.
            ages.groups.put(age.inWords(), new Sums());
        }
        int described = 0;
        int undescribed = 0;
        for (int user = 0; user < counts.length; user++) {
            Optional<UserAttributes> about =
                    counts[user] == 0 ? Optional.empty() : catalogue.user(table.users().id(user));
            if (about.isPresent()) {
                described++;
                genders.add(about.get().gender().inWords(), counts[user], stars[user]);
                ages.add(about.get().ageGroup().inWords(), counts[user], stars[user]);
                occupations.add(about.get().occupation(), counts[user], stars[user]);
            } else if (counts[user] > 0) {
                undescribed++;
            }
        }
        return described == 0 ? Optional.empty() : Optional.of(new UserGroups(described, undescribed,
                genders.groups(described).stream().sorted(MOST_USERS).toList(), ages.groups(described),
                occupations.groups(described).stream().sorted(MOST_USERS).toList()));
    }
}
