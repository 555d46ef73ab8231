package io.marquee.device;

import org.nd4j.linalg.factory.Nd4j;

/** What ND4J computes with. It takes one backend when it is first used, and keeps it for the life of the process. */
public enum Backend {
    CPU,
    CUDA;

    /** The backend that this process has; ND4J is started where it was not yet. */
    public static Backend inUse() {
        return Nd4j.getBackend().getClass().getSimpleName().contains("Cublas") ? CUDA : CPU;
    }
}
