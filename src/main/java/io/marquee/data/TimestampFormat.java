package io.marquee.data;

/** How a file writes when a rating was given. */
public enum TimestampFormat {
    /** Whole seconds since 1970-01-01T00:00Z, as MovieLens has them. */
    SECONDS("seconds since 1970"),
    /** Whole milliseconds since 1970-01-01T00:00Z. */
    MILLISECONDS("milliseconds since 1970"),
    /** A date, such as 2005-04-02, or a date and a time, such as 2005-04-02 23:53:47, taken as UTC. */
    DATE("dates such as 2005-04-02 23:53:47");

    private final String displayName;

    TimestampFormat(String displayName) {
        this.displayName = displayName;
    }

    /** What it is, for people. */
    public String displayName() {
        return displayName;
    }
}
