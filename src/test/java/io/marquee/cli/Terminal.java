package io.marquee.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a command did: exit code and the two streams. */
record Terminal(int exitCode, String out, String err) {

    /** Runs a command in this process. */
    static Terminal run(Services services, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = new Cli(Console.captured(out, err), services, files -> 42 + files.size()).run(arguments);
        return new Terminal(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Standard output as JSON; anything before or behind it is an error. */
    JsonNode json() throws JsonProcessingException {
        return JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().readTree(out);
    }
}
