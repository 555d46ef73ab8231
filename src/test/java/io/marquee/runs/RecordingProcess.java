package io.marquee.runs;

import io.marquee.train.TrainingEvent;
import java.nio.file.Path;

/** A process that records a run and says on standard output which epochs have ended; it is there to be killed. */
public final class RecordingProcess {

    private RecordingProcess() {}

    /** @param arguments data folder, number of epochs */
    public static void main(String[] arguments) throws Exception {
        RunHistory history = new RunHistory(Path.of(arguments[0]), System.out::println);
        int epochs = Integer.parseInt(arguments[1]);
        RunRecorder recorder = history.recorder(RunScript.request(), "Matinee 100k");
        recorder.accept(RunScript.started(RunScript.request()));
        for (int epoch = 1; epoch <= epochs; epoch++) {
            for (TrainingEvent event : RunScript.epoch(epoch)) {
                recorder.accept(event);
                Thread.sleep(5);
            }
            System.out.println("epoch " + epoch);
        }
        recorder.accept(new TrainingEvent.RunFinished(false, epochs, 1));
        RunScript.await(recorder);
    }
}
