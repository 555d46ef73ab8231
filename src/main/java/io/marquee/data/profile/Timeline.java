package io.marquee.data.profile;

import io.marquee.data.RatingTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When ratings were given, in UTC.
 *
 * @param first moment of the first rating
 * @param last moment of the last rating
 * @param months every month from the first rating's to the last rating's
 */
public record Timeline(Instant first, Instant last, List<Month> months) {

    private static final int SECONDS_A_DAY = 86_400;

    /**
     * The ratings of a month.
     *
     * @param month which month
     * @param ratings how many were given in it
     */
    public record Month(YearMonth month, long ratings) {}

    /**
     * The ratings of a calendar year.
     *
     * @param year which year
     * @param ratings how many were given in it
     */
    public record Year(int year, long ratings) {}

    public Timeline {
        months = List.copyOf(months);
    }

    /** The ratings of each year. */
    public List<Year> years() {
        TreeMap<Integer, Long> years = new TreeMap<>();
        months.forEach(month -> years.merge(month.month().getYear(), month.ratings(), Long::sum));
        return years.entrySet().stream().map(year -> new Year(year.getKey(), year.getValue())).toList();
    }

    /** Empty where the source has no timestamps. */
    static Optional<Timeline> of(RatingTable table) {
        if (!table.hasTimestamps() || table.size() == 0) {
            return Optional.empty();
        }
        // Days first: dividing by months would mean calendar arithmetic for each rating.
        int[] days = new int[(int) ((1L << Integer.SIZE) / SECONDS_A_DAY) + 1];
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < table.size(); row++) {
            long second = table.timestamp(row);
            first = Math.min(first, second);
            last = Math.max(last, second);
            days[(int) (second / SECONDS_A_DAY)]++;
        }
        return Optional.of(new Timeline(Instant.ofEpochSecond(first), Instant.ofEpochSecond(last),
                months(days, first / SECONDS_A_DAY, last / SECONDS_A_DAY)));
    }

    private static List<Month> months(int[] days, long firstDay, long lastDay) {
        YearMonth start = YearMonth.from(LocalDate.ofEpochDay(firstDay));
        YearMonth end = YearMonth.from(LocalDate.ofEpochDay(lastDay));
        List<Month> months = new ArrayList<>();
        for (long i = 0; i <= ChronoUnit.MONTHS.between(start, end); i++) {
            YearMonth month = start.plusMonths(i);
            long ratings = 0;
            long from = month.atDay(1).toEpochDay();
            for (long day = Math.max(0, from); day < Math.min(days.length, from + month.lengthOfMonth()); day++) {
                ratings += days[(int) day];
            }
            months.add(new Month(month, ratings));
        }
        return months;
    }
}
