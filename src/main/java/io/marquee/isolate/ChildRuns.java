package io.marquee.isolate;

import io.marquee.data.Dataset;
import io.marquee.data.Progress;
import io.marquee.device.DeviceRuntimes;
import io.marquee.device.LocalDevices;
import io.marquee.device.LocalRuntimes;
import io.marquee.settings.LogFile;
import io.marquee.train.LearningRateCurve;
import io.marquee.train.OtherProcesses;
import io.marquee.train.RunTask;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingException;
import io.marquee.train.TrainingRequest;
import java.util.Optional;
import java.util.function.Consumer;

/** Has processes of their own train the runs that ask for it, and those for a GPU: ND4J keeps to one device a process. */
public final class ChildRuns implements OtherProcesses {

    private final DeviceRuntimes runtimes;
    private final ChildCommand command;
    private final Patience patience;

    ChildRuns(DeviceRuntimes runtimes, ChildCommand command, Patience patience) {
        this.runtimes = runtimes;
        this.command = command;
        this.patience = patience;
    }

    /** The training processes of this machine. */
    public static ChildRuns ofMachine() {
        return new ChildRuns(new LocalRuntimes(),
                ChildCommand.usual(LogFile.ofProgram().file().toAbsolutePath().getParent()), Patience.USUAL);
    }

    @Override
    public Optional<RunTask> run(TrainingRequest request, Dataset dataset, Consumer<TrainingEvent> events) {
        return elsewhere(request)
                ? Optional.of(new ChildRun(request, dataset, events, runtimes, command, patience))
                : Optional.empty();
    }

    @Override
    public Optional<LearningRateCurve> findRate(TrainingRequest request, Dataset dataset, Progress progress)
            throws TrainingException, InterruptedException {
        return elsewhere(request)
                ? Optional.of(new RateSearch(runtimes, command, patience).find(request, dataset, progress))
                : Optional.empty();
    }

    private static boolean elsewhere(TrainingRequest request) {
        return request.isolated() || LocalDevices.isGpu(request.device());
    }
}
