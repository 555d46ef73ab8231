package io.marquee.train;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a run keeps its checkpoints.
 *
 * @param folder folder of this run alone
 * @param resume whether to go on from the newest checkpoint there; otherwise the folder must not hold any
 */
public record Checkpoints(Path folder, boolean resume) {

    public Checkpoints {
        Objects.requireNonNull(folder);
    }
}
