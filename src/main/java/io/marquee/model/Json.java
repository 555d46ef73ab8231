package io.marquee.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;

/** The one way Marquee reads and writes JSON: model files, reports, commands and events. */
public final class Json {

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
