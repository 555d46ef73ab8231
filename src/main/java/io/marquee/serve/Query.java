package io.marquee.serve;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters behind the question mark of a request. */
final class Query {

    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * @param raw what stands behind the question mark, encoded; null where there is none
     * @param known parameters there are
     * @throws BadRequestException if another is given, one is given twice, or the encoding is wrong
     */
    Query(String raw, List<String> known) throws BadRequestException {
        if (raw == null || raw.isEmpty()) {
            return;
        }
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!known.contains(name)) {
                throw new BadRequestException(400, "There is no parameter '" + name + "' here; there is "
                        + String.join(", ", known) + ".");
            }
            if (values.put(name, value.strip()) != null) {
                throw new BadRequestException(400, "The parameter '" + name + "' is given twice.");
            }
        }
    }

    private static String decoded(String text) throws BadRequestException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(400, "'" + text + "' is not encoded as a web address is: "
                    + e.getMessage() + ".");
        }
    }

    /** A parameter that must be there. */
    String required(String name) throws BadRequestException {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new BadRequestException(400, "The parameter '" + name + "' is missing.");
        }
        return value;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** A whole number within bounds; {@code otherwise} where it is not given. */
    int whole(String name, int otherwise, int least, int most) throws BadRequestException {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for one out of bounds.
        }
        throw new BadRequestException(400, "'" + name + "' must be a whole number from " + least + " to " + most
                + ", not '" + value + "'.");
    }

    /** "true" or "false"; false where it is not given. */
    boolean flag(String name) throws BadRequestException {
        String value = values.getOrDefault(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new BadRequestException(400, "'" + name + "' must be true or false, not '" + value + "'.");
        }
        return value.equals("true");
    }
}
