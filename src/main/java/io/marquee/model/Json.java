package io.marquee.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;

/** The one way Marquee reads and writes JSON: model files, reports, commands and events. */
public final class Json {

    private static final int LONGEST_PLACE = 80;

    private Json() {}

    /** A mapper for records; unknown properties are ignored, so that older programs read newer files. */
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** A mapper for what other programs read: a number that is not known is null, since JSON has no NaN. */
    public static JsonMapper mapperForOthers() {
        SimpleModule unknown = new SimpleModule()
                .addSerializer(double.class, new UnknownAsNull())
                .addSerializer(Double.class, new UnknownAsNull());
        return mapper().rebuild().addModule(unknown).build();
    }

    /** What is wrong with JSON that cannot be read, as a sentence: where, and what was expected there. */
    public static String inWords(JsonProcessingException problem) {
        if (problem instanceof ValueInstantiationException refused
                && refused.getCause() instanceof IllegalArgumentException reason && reason.getMessage() != null) {
            return sentence(reason.getMessage());
        }
        if (problem instanceof JsonMappingException mapping && !(mapping.getCause() instanceof StreamReadException)) {
            return (mapping.getPath().isEmpty() ? "All of it" : "What stands at " + place(mapping))
                    + " is of another kind than it should be.";
        }
        JsonProcessingException unreadable =
                problem.getCause() instanceof StreamReadException cause ? cause : problem;
        JsonLocation location = unreadable.getLocation();
        return (location == null ? "" : "Line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ")
                + sentence(unreadable.getOriginalMessage());
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    /** Such as result.epochs[3].seconds; cut where a stranger nested deeply. */
    private static String place(JsonMappingException problem) {
        StringBuilder place = new StringBuilder();
        for (JsonMappingException.Reference step : problem.getPath()) {
            if (step.getFieldName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return place.length() <= LONGEST_PLACE ? place.toString() : place.substring(0, LONGEST_PLACE) + "…";
    }

    private static final class UnknownAsNull extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                out.writeNumber(value);
            } else {
                out.writeNull();
            }
        }
    }
}
