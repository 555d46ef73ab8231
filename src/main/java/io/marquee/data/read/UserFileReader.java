package io.marquee.data.read;

import io.marquee.data.Gender;
import io.marquee.data.UserAttributes;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what users said of themselves: {@code users.dat} of MovieLens 1M, {@code u.user} of 100K. Zip codes are not kept. */
public final class UserFileReader extends SideFileReader {

    private final UserFormat format;
    private final Map<String, UserAttributes> users = new HashMap<>();
    /** Many users say the same of themselves. */
    private final Map<UserAttributes, UserAttributes> different = new HashMap<>();

    /** @param log takes remarks */
    public UserFileReader(SourceFile file, UserFormat format, ImportLog log) {
        super(file, format.delimiter(), log);
        this.format = format;
    }

    /** Reads the file, by user id; no users, and a remark, where it cannot be used. */
    public Map<String, UserAttributes> read(ImportSteps steps) throws IOException {
        readAll(steps);
        return users;
    }

    @Override
    Optional<String> header() {
        return Optional.empty();
    }

    @Override
    boolean take(List<String> fields) throws BadFieldException {
        if (fields.size() != format.columns().size()) {
            return false;
        }
        String id = Integer.toString(FieldParser.id(field(fields, "id"), "user id"));
        UserAttributes user = new UserAttributes(gender(field(fields, "gender")), format.age(field(fields, "age")),
                format.occupation(field(fields, "occupation")));
        if (users.putIfAbsent(id, different.computeIfAbsent(user, same -> same)) != null) {
            throw new BadFieldException("user " + Wording.quote(id)
                    + " stands on a line above already, which counts; expected every user once");
        }
        return true;
    }

    private String field(List<String> fields, String column) {
        return FieldParser.plain(fields.get(format.columns().indexOf(column)));
    }

    private static Gender gender(String field) throws BadFieldException {
        return switch (field) {
            case "F" -> Gender.FEMALE;
            case "M" -> Gender.MALE;
            default -> throw new BadFieldException("gender " + Wording.quote(field) + " is not known; expected F or M");
        };
    }

    @Override
    String expected() {
        return format.expected();
    }

    @Override
    String noun() {
        return "user";
    }
}
