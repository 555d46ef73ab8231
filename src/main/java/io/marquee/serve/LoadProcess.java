package io.marquee.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.model.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A {@link LoadClient} in a process of its own, with this program's Java and classes. */
final class LoadProcess implements AutoCloseable {

    private static final String MEMORY = "-Xmx256m";

    private final Process process;
    private final BufferedReader results;
    private final JsonMapper mapper = Json.mapper();

    /** @throws IOException if it cannot be started */
    LoadProcess() throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), MEMORY,
                "-cp", System.getProperty("java.class.path"), LoadClient.class.getName()).redirectErrorStream(true).start();
        results = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Has a task done; blocks meanwhile.
     *
     * @throws IOException if the process has ended, or if not all requests were answered
     */
    LoadResult run(LoadTask task) throws IOException {
        LoadResult result = resultOf(task);
        if (result.failed() > 0) {
            throw new IOException("The server did not answer " + result.failed() + " of "
                    + (result.failed() + result.answered()) + " requests; the first: " + result.problem() + ".");
        }
        return result;
    }

    private LoadResult resultOf(LoadTask task) throws IOException {
        StringBuilder other = new StringBuilder();
        try {
            OutputStream tasks = process.getOutputStream();
            tasks.write((mapper.writeValueAsString(task) + "\n").getBytes(StandardCharsets.UTF_8));
            tasks.flush();
            for (String line = results.readLine(); line != null; line = results.readLine()) {
                if (line.startsWith("{")) {
                    return mapper.readValue(line, LoadResult.class);
                }
                // What Java itself has to say, such as why it cannot start.
                other.append(": ").append(line);
            }
        } catch (JsonProcessingException e) {
            throw new IOException("The process that asks the server says what is not understood: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IOException("The process that asks the server cannot be reached: " + e.getMessage() + ".", e);
        }
        throw new IOException("The process that asks the server has ended" + other + ".");
    }

    /** Ends the process. */
    @Override
    public void close() {
        process.destroy();
    }
}
