package io.marquee.isolate;

import io.marquee.device.LocalDevices;
import io.marquee.device.LocalRuntimes;
import java.nio.file.Path;

/** A process that starts a training process and says its number; it is there to be killed. */
public final class ParentProcess {

    private ParentProcess() {}

    /** @param arguments folder for everything */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        ProcessBuilder builder = new ChildCommand(TrainingChild.class.getName(), 256 << 20, 256 << 20, folder)
                .of(new LocalRuntimes().of(LocalDevices.CPU), folder);
        Process child = builder.start();
        // Its first line is its hello: from there on it waits for its run.
        child.inputReader().readLine();
        System.out.println(child.pid());
        Thread.sleep(60_000);
    }
}
