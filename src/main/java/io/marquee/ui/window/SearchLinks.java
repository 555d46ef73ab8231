package io.marquee.ui.window;

import io.marquee.device.Device;
import io.marquee.train.TrainingRequest;
import io.marquee.ui.data.DatasetChoice;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.tune.TuneForm;
import io.marquee.ui.tune.TuneViewModel;
import java.util.Optional;

/** Ties searches to the other rooms: what they begin from, where their best goes, and who waits for whom. */
final class SearchLinks {

    private final Workbench workbench;
    private final TuneViewModel tune;

    SearchLinks(Workbench workbench, Services services, BackgroundTasks tasks) {
        this.workbench = workbench;
        tune = new TuneViewModel(services.history(), services.training(), tasks, workbench.notices(),
                new TuneForm(this::formNow, this::formAsked, workbench::openForQueue),
                () -> workbench.run().stateProperty().get().active());
        workbench.queue().waitFor(tune::training);
        tune.activeProperty().addListener((property, before, begun) -> {
            if (begun) {
                workbench.notices().dismiss();
            }
        });
        tune.onDone(workbench.notices()::inform);
        tune.onOffer(workbench.notices()::offer);
        tune.onUse(request -> {
            workbench.fillForm(request);
            workbench.roomProperty().set(Room.TRAIN);
        });
        tune.onOpenRun(id -> {
            workbench.runs().select(id);
            workbench.roomProperty().set(Room.RUNS);
        });
    }

    TuneViewModel tune() {
        return tune;
    }

    private Optional<TrainingRequest> formNow() {
        DatasetChoice choice = workbench.dataset().choiceProperty().get();
        Device device = workbench.devices().chosenProperty().get();
        return choice == null || device == null ? Optional.empty() : workbench.form().request(choice.spec(), device.id());
    }

    /** A field that is wrong is pointed to, where it is. */
    private Optional<TrainingRequest> formAsked() {
        if (workbench.form().firstError().isPresent()) {
            workbench.roomProperty().set(Room.TRAIN);
        }
        return workbench.askForm();
    }

    /** After a crash or a power cut: the search it cut off can go on with one click. */
    void offerInterrupted() {
        tune.findInterrupted((sentence, label, action) -> workbench.notices().offer(sentence, label, () -> {
            workbench.roomProperty().set(Room.TUNE);
            action.run();
        }));
    }
}
