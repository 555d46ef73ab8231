package io.marquee.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a program of this system. One that hangs is killed, and so is one that prints without end. */
final class SystemCommand implements CommandOutput {

    private static final Logger LOG = LoggerFactory.getLogger(SystemCommand.class);
    private static final int OUTPUT_LIMIT = 1 << 16;

    @Override
    public Optional<String> of(List<String> command, Duration limit) throws IOException {
        String name = command.get(0);
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            LOG.debug("{} cannot be started", name, e);
            return Optional.empty();
        }
        try {
            process.getOutputStream().close();
            // Read beside the wait: a program whose output nobody takes would never end.
            CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process));
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(name + " did not answer within " + limit.toSeconds() + " seconds");
            }
            String text = new String(output.get(1, TimeUnit.SECONDS), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException(name + " failed: " + firstLine(text, process.exitValue()));
            }
            return Optional.of(text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(name + " was interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("What " + name + " printed could not be read", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static byte[] read(Process process) {
        try (InputStream in = process.getInputStream()) {
            byte[] head = in.readNBytes(OUTPUT_LIMIT);
            if (in.read() != -1) {
                process.destroyForcibly();
            }
            return head;
        } catch (IOException e) {
            // The stream closes under the reader when the program is killed; what ended it is told by its exit.
            return new byte[0];
        }
    }

    private static String firstLine(String text, int exit) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("exit code " + exit);
    }
}
