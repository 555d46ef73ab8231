package io.marquee.data.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.data.AgeGroup;
import io.marquee.data.Catalogue;
import io.marquee.data.Gender;
import io.marquee.data.ItemTags;
import io.marquee.data.RatingColumn;
import io.marquee.data.RatingScale;
import io.marquee.data.RatingTable;
import io.marquee.data.UserAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UserGroupsTest {

    /** User 1 rates 5, 4 and 1, user 2 rates 4 and 2, user 3 rates 3. */
    private final RatingTable table = new RatingTable(Tables.ids(4), Tables.ids(3), new int[] {0, 0, 0, 1, 1, 2},
            new int[] {0, 1, 2, 0, 1, 0}, new RatingColumn.Floats(new float[] {5, 4, 1, 4, 2, 3}), new int[0],
            RatingScale.HALF_STARS);

    private static Catalogue of(Map<String, UserAttributes> users) {
        return new Catalogue(List.of(), ItemTags.NONE, Map.of(), users);
    }

    @Test
    void groupsTellUsersRatingsAndMeanOfThoseWhoRated() {
        UserAttributes old = new UserAttributes(Gender.MALE, AgeGroup.FROM_56, "retired");
        UserAttributes young = new UserAttributes(Gender.MALE, AgeGroup.FROM_18, "artist");
        UserGroups groups = UserGroups.of(table, of(Map.of("1", old, "2", young, "4",
                new UserAttributes(Gender.FEMALE, AgeGroup.FROM_25, "lawyer")))).orElseThrow();

        assertThat(groups.described()).isEqualTo(2);
        assertThat(groups.undescribed()).isEqualTo(1);
        assertThat(groups.genders()).containsExactly(new UserGroup("male", 2, 1, 5, 16 / 5.0));
        assertThat(groups.ages()).containsExactly(new UserGroup("18-24", 1, 0.5, 2, 3),
                new UserGroup("56+", 1, 0.5, 3, 10 / 3.0));
        assertThat(groups.occupations()).extracting(UserGroup::name).as("equals by name")
                .containsExactly("artist", "retired");
    }

    @Test
    void thereAreNoneWhereNothingIsKnown() {
        assertThat(UserGroups.of(table, of(Map.of()))).isEmpty();
        assertThat(UserGroups.of(table, of(Map.of("4", new UserAttributes(Gender.FEMALE, AgeGroup.FROM_25, "lawyer")))))
                .as("only of someone without ratings").isEmpty();
    }

    @Test
    void sharesAddUpToOneAndRatingsToAllOfThoseDescribed() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 100; round++) {
            int users = 1 + random.nextInt(30);
            int rows = 1 + random.nextInt(200);
            int[] userColumn = random.ints(rows, 0, users).toArray();
            RatingTable some = new RatingTable(Tables.ids(users), Tables.ids(1), userColumn, new int[rows],
                    new RatingColumn.Floats(new float[rows]), new int[0], new RatingScale(0, 5, 0));
            Map<String, UserAttributes> about = new HashMap<>();
            for (int user = 1; user <= users; user++) {
                if (random.nextInt(4) > 0) {
                    about.put(Integer.toString(user), new UserAttributes(Gender.values()[random.nextInt(2)],
                            AgeGroup.values()[random.nextInt(7)], "job " + random.nextInt(5)));
                }
            }
            long described = IntStream.of(userColumn)
                    .filter(user -> about.containsKey(Integer.toString(user + 1))).count();
            UserGroups.of(some, of(about)).ifPresent(groups -> {
                for (List<UserGroup> each : List.of(groups.genders(), groups.ages(), groups.occupations())) {
                    assertThat(each.stream().mapToDouble(UserGroup::share).sum()).isCloseTo(1, within(1e-9));
                    assertThat(each.stream().mapToInt(UserGroup::users).sum()).isEqualTo(groups.described());
                    assertThat(each.stream().mapToLong(UserGroup::ratings).sum()).isEqualTo(described);
                }
            });
        }
    }
}
