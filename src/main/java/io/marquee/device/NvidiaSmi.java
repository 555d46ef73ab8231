package io.marquee.device;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks NVIDIA's driver for its GPUs, in a process of its own: a broken driver can hang or crash only that. */
final class NvidiaSmi {

    private static final List<String> COMMAND = List.of("nvidia-smi",
            "--query-gpu=index,uuid,name,compute_cap,memory.total,driver_version", "--format=csv,noheader,nounits");
    private static final Duration LIMIT = Duration.ofSeconds(8);
    private static final int FIELDS = 6;

    private final CommandOutput command;

    NvidiaSmi(CommandOutput command) {
        this.command = command;
    }

    /**
     * The GPUs the driver lists, in its order; none where there is no driver.
     *
     * @throws IOException if the driver does not answer, or not in the way expected
     */
    List<NvidiaGpu> gpus() throws IOException {
        List<NvidiaGpu> gpus = new ArrayList<>();
        for (String line : command.of(COMMAND, LIMIT).orElse("").lines().map(String::strip).toList()) {
            if (!line.isEmpty()) {
                gpus.add(gpu(line));
            }
        }
        return gpus;
    }

    private static NvidiaGpu gpu(String line) throws IOException {
        String[] fields = line.split("\\s*,\\s*", -1);
        if (fields.length != FIELDS) {
            throw unexpected(line, null);
        }
        try {
            String[] capability = fields[3].split("\\.", -1);
            if (capability.length != 2) {
                throw unexpected(line, null);
            }
            return new NvidiaGpu(Integer.parseInt(fields[0]), fields[1], fields[2], Integer.parseInt(capability[0]),
                    Integer.parseInt(capability[1]), Integer.parseInt(fields[4]), fields[5]);
        } catch (NumberFormatException e) {
            throw unexpected(line, e);
        }
    }

    private static IOException unexpected(String line, Throwable cause) {
        String shown = line.length() > 80 ? line.substring(0, 80) + "…" : line;
        return new IOException("nvidia-smi described a GPU as \"" + shown + "\"; expected number, uuid, name, "
                + "compute capability, memory and driver", cause);
    }
}
