package io.marquee.data.read;

import io.marquee.data.AgeGroup;
import java.util.List;

/** How MovieLens has written what users said of themselves: a user a line, no header. */
public enum UserFormat {

    /** {@code users.dat} of 1M: id, gender, age group, occupation as a number and zip code between double colons. */
    DOUBLE_COLONS("::", List.of("id", "gender", "age", "occupation", "zip code"), "double colons") {
        @Override
        AgeGroup age(String field) throws BadFieldException {
            for (AgeGroup group : AgeGroup.values()) {
                if (field.equals(Integer.toString(group.youngest()))) {
                    return group;
                }
            }
            throw new BadFieldException("age " + Wording.quote(field)
                    + " is no age group; expected 1, 18, 25, 35, 45, 50 or 56");
        }

        @Override
        String occupation(String field) throws BadFieldException {
            for (int code = 0; code < OCCUPATIONS.size(); code++) {
                if (field.equals(Integer.toString(code))) {
                    return OCCUPATIONS.get(code);
                }
            }
            throw new BadFieldException("occupation " + Wording.quote(field)
                    + " is no occupation; expected a number from 0 to " + (OCCUPATIONS.size() - 1));
        }
    },

    /** {@code u.user} of 100K: id, age in years, gender, occupation and zip code between bars. */
    BARS("|", List.of("id", "age", "gender", "occupation", "zip code"), "bars") {
        @Override
        AgeGroup age(String field) throws BadFieldException {
            if (!FieldParser.isPlainNumber(field) || Integer.parseInt(field) > OLDEST) {
                throw new BadFieldException("age " + Wording.quote(field) + " is no age; expected years, from 0 to " + OLDEST);
            }
            return AgeGroup.of(Integer.parseInt(field));
        }

        @Override
        String occupation(String field) throws BadFieldException {
            if (field.isEmpty()) {
                throw new BadFieldException("the occupation is missing; expected one such as \"programmer\"");
            }
            return field;
        }
    };

    private static final int OLDEST = 130;

    /** What the numbers stand for, after the README of MovieLens 1M. */
    private static final List<String> OCCUPATIONS = List.of("other or not specified", "academic/educator", "artist",
            "clerical/admin", "college/grad student", "customer service", "doctor/health care", "executive/managerial",
            "farmer", "homemaker", "K-12 student", "lawyer", "programmer", "retired", "sales/marketing", "scientist",
            "self-employed", "technician/engineer", "tradesman/craftsman", "unemployed", "writer");

    private final String delimiter;
    private final List<String> columns;
    private final String delimiterInWords;

    UserFormat(String delimiter, List<String> columns, String delimiterInWords) {
        this.delimiter = delimiter;
        this.columns = columns;
        this.delimiterInWords = delimiterInWords;
    }

    String delimiter() {
        return delimiter;
    }

    /** The names of the columns, in order. */
    List<String> columns() {
        return columns;
    }

    /** What a line should hold, in words. */
    String expected() {
        return "the " + String.join(", ", columns.subList(0, columns.size() - 1)) + " and "
                + columns.get(columns.size() - 1) + " of a user, with " + delimiterInWords + " between them";
    }

    /** @throws BadFieldException if the field holds no age */
    abstract AgeGroup age(String field) throws BadFieldException;

    /** @throws BadFieldException if the field holds no occupation */
    abstract String occupation(String field) throws BadFieldException;
}
