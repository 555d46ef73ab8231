package io.marquee.data;

/** A user's gender, as MovieLens asked for it. */
public enum Gender {
    FEMALE("female"),
    MALE("male");

    private final String words;

    Gender(String words) {
        this.words = words;
    }

    /** Such as "female". */
    public String inWords() {
        return words;
    }
}
