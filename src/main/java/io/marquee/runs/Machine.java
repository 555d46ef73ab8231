package io.marquee.runs;

import io.marquee.model.BuildInfo;
import java.util.Locale;

/**
 * Where a run was trained.
 *
 * @param system operating system with its version
 * @param architecture processor architecture
 * @param processors processors the program may use
 * @param heapMegabytes heap the program may use
 * @param java version and maker of Java
 * @param marquee version of Marquee
 * @param dl4j version of DeepLearning4j
 */
public record Machine(
        String system,
        String architecture,
        int processors,
        long heapMegabytes,
        String java,
        String marquee,
        String dl4j) {

    /** The machine and the program this is. */
    public static Machine here() {
        BuildInfo build = BuildInfo.load();
        return new Machine(
                System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""),
                System.getProperty("os.arch", ""),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                System.getProperty("java.version", "") + " (" + System.getProperty("java.vendor", "") + ")",
                build.version(),
                build.dl4jVersion());
    }

    /** One line for people. */
    public String words() {
        return String.format(Locale.ROOT, "%s, %s, %d processors, %,d MB of heap; Java %s; Marquee %s, DL4J %s",
                system, architecture, processors, heapMegabytes, java, marquee, dl4j);
    }
}
