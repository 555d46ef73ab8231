package io.marquee.serve;

import io.marquee.model.BuildInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The description of all this for programs, as OpenAPI 3. */
final class DescriptionEndpoint implements Endpoint {

    private final byte[] description;

    DescriptionEndpoint() {
        try (InputStream in = DescriptionEndpoint.class.getResourceAsStream("openapi.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            description = text.replace("@version@", BuildInfo.load().version()).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.json is missing from the program", e);
        }
    }

    @Override
    public String path() {
        return "/openapi.json";
    }

    @Override
    public List<String> methods() {
        return List.of("GET");
    }

    @Override
    public Object answer(String method, String query, byte[] body) {
        return description;
    }
}
