package io.marquee.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

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
}
