package io.marquee.serve;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.model.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The process that asks for a benchmark, so that the time it takes is not the server's: a {@link LoadTask} a line
 * on standard input, a {@link LoadResult} a line on standard output. It ends when its input is closed, as it is when the
 * other process dies.
 */
public final class LoadClient {

    private LoadClient() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        JsonMapper mapper = Json.mapper();
        BufferedReader tasks = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = tasks.readLine(); line != null; line = tasks.readLine()) {
            LoadResult result = Load.run(mapper.readValue(line, LoadTask.class));
            System.out.println(mapper.writeValueAsString(result));
        }
    }
}
