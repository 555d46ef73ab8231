package io.marquee.isolate;

import io.marquee.device.Backend;
import io.marquee.device.DeviceRuntime;
import io.marquee.settings.NativeFolders;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a training process is started: by the same Java, with the class path of its device.
 *
 * @param mainClass class to run
 * @param heapBytes most heap it may use
 * @param nativeBytes most memory ND4J may use outside the heap
 * @param logs folder for Java's report of a crash
 */
record ChildCommand(String mainClass, long heapBytes, long nativeBytes, Path logs) {

    /** The process that trains, with as much memory as this one may use. */
    static ChildCommand usual(Path logs) {
        long memory = Runtime.getRuntime().maxMemory();
        return new ChildCommand(TrainingChild.class.getName(), memory, memory, logs);
    }

    /** @param exchange folder in which models are handed over */
    ProcessBuilder of(DeviceRuntime runtime, Path exchange) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The kernels of this process, or a run would have other last digits.
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            command.add("--add-modules=jdk.incubator.vector");
        }
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-Xmx" + (heapBytes >> 20) + "m");
        command.add("-Dorg.bytedeco.javacpp.maxbytes=" + nativeBytes);
        command.addAll(NativeFolders.options());
        if (runtime.backend() == Backend.CUDA) {
            // JavaCPP gives up where the process has more than four times its heap. CUDA's libraries alone may have that, and
            // none of it is what is limited here.
            command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
        }
        command.add("-XX:ErrorFile=" + logs.resolve("hs_err_pid%p.log"));
        command.add("-Djava.awt.headless=true");
        // Its log goes through standard error into this process's: two programs cannot write to one file.
        command.add("-Dlogback.configurationFile=io/marquee/isolate/logback.xml");
        command.add("-cp");
        command.add(runtime.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(mainClass);
        command.add(exchange.toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(runtime.environment());
        return builder;
    }

    /** Where Java writes of a crash of a process. */
    Path crashReport(long process) {
        return logs.resolve("hs_err_pid" + process + ".log");
    }
}
