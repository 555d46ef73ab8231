package io.marquee.data;

import java.util.Objects;

/**
 * What a user of MovieLens said of themselves, which nobody checked. Ages are kept as groups and zip codes not at all, so
 * that a person is not easily told from others.
 *
 * @param gender gender
 * @param ageGroup age
 * @param occupation occupation in the source's words, such as "programmer"
 */
public record UserAttributes(Gender gender, AgeGroup ageGroup, String occupation) {

    public UserAttributes {
        Objects.requireNonNull(gender);
        Objects.requireNonNull(ageGroup);
        Objects.requireNonNull(occupation);
    }

    /** Such as "woman, 25-34, programmer". */
    public String inWords() {
        boolean female = gender == Gender.FEMALE;
        String person = ageGroup == AgeGroup.UNDER_18 ? female ? "girl" : "boy" : female ? "woman" : "man";
        return person + ", " + ageGroup.inWords() + ", " + occupation;
    }
}
