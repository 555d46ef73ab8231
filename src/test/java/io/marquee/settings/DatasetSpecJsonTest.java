package io.marquee.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.marquee.data.ColumnMapping;
import io.marquee.data.DatasetSpec;
import io.marquee.data.TimestampFormat;
import io.marquee.model.Json;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DatasetSpecJsonTest {

    @Test
    void aSpecWithAMappingAndASplitIsJsonAndOldSettingsCanStillBeRead() throws JsonProcessingException {
        ColumnMapping mapping = new ColumnMapping(";", "\"", "ISO-8859-1", true, 5, 0, 2, 4, OptionalInt.of(3),
                TimestampFormat.DATE, 1, 10, List.of(99.0), List.of(0.0));
        DatasetSpec spec = DatasetSpec.of("/data/x.csv").withMapping(mapping).withSplit("u1");
        String json = Json.mapper().writeValueAsString(spec);
        assertThat(Json.mapper().readValue(json, DatasetSpec.class)).isEqualTo(spec);
        assertThat(Json.mapper().readValue("{\"source\":\"matinee\",\"testSource\":null}", DatasetSpec.class))
                .isEqualTo(DatasetSpec.of("matinee"));
    }
}
