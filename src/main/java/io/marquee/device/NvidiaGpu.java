package io.marquee.device;

import java.util.Locale;

/**
 * A GPU as its driver describes it.
 *
 * @param index number among this machine's GPUs, from 0
 * @param uuid name that stays the same when GPUs are added, such as {@code GPU-5b3c...}
 * @param name what is printed on the box
 * @param capabilityMajor major number of its compute capability
 * @param capabilityMinor minor number of it
 * @param memoryMebibytes its memory
 * @param driver version of the driver
 */
record NvidiaGpu(
        int index, String uuid, String name, int capabilityMajor, int capabilityMinor, int memoryMebibytes, String driver) {

    String capability() {
        return capabilityMajor + "." + capabilityMinor;
    }

    /** Name and memory for people, such as "NVIDIA GeForce RTX 4090, 24 GB". */
    String displayName() {
        return String.format(Locale.ROOT, "%s, %d GB", name, Math.round(memoryMebibytes / 1024.0));
    }

    /**
     * Whether ND4J's CUDA 11.6 backend holds machine code this GPU runs. It holds code for 3.7, 5.0, 5.2, 6.0, 6.1, 7.0, 7.5,
     * 8.0 and 8.6, and no PTX; code runs on GPUs of the same major number and the same or a higher minor one (NVIDIA, CUDA C++
     * Programming Guide, "Binary compatibility").
     */
    boolean hasCode() {
        return switch (capabilityMajor) {
            case 3 -> capabilityMinor >= 7;
            case 5, 6, 7, 8 -> true;
            default -> false;
        };
    }
}
