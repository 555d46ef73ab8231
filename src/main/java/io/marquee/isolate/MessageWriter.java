package io.marquee.isolate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.model.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes messages as lines, from any thread. */
final class MessageWriter {

    private static final int NOBODY_LISTENS = 1;

    private final OutputStream out;
    private final JsonMapper mapper = Json.mapper();

    MessageWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes a message; ends this process where nobody is there to read it. */
    synchronized void write(ChildMessage message) {
        try {
            out.write((mapper.writerFor(ChildMessage.class).writeValueAsString(message) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            Runtime.getRuntime().halt(NOBODY_LISTENS);
        }
    }
}
