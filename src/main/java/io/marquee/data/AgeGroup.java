package io.marquee.data;

/** A user's age: the groups that MovieLens 1M asked its users to choose from, after its README. */
public enum AgeGroup {
    UNDER_18(1, "under 18"),
    FROM_18(18, "18-24"),
    FROM_25(25, "25-34"),
    FROM_35(35, "35-44"),
    FROM_45(45, "45-49"),
    FROM_50(50, "50-55"),
    FROM_56(56, "56+");

    private final int youngest;
    private final String words;

    AgeGroup(int youngest, String words) {
        this.youngest = youngest;
        this.words = words;
    }

    /** The youngest age in it, in years, which is also what MovieLens 1M writes for it; 1 for those under 18. */
    public int youngest() {
        return youngest;
    }

    /** Such as "25-34". */
    public String inWords() {
        return words;
    }

    /** The group of an age in years, of 0 or more. */
    public static AgeGroup of(int years) {
        AgeGroup found = UNDER_18;
        for (AgeGroup group : values()) {
            found = years >= group.youngest ? group : found;
        }
        return found;
    }
}
