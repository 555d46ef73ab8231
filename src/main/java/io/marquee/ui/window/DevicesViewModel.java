package io.marquee.ui.window;

import io.marquee.device.Device;
import io.marquee.device.Devices;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.ProblemSink;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The devices of this machine and the one chosen. A device that cannot be used cannot be chosen. */
public final class DevicesViewModel {

    private final Devices devices;
    private final BackgroundTasks tasks;
    private final ProblemSink problems;
    private final ObservableList<Device> list = FXCollections.observableArrayList();
    private final ObservableList<Device> readOnlyList = FXCollections.unmodifiableObservableList(list);
    private final ReadOnlyObjectWrapper<Device> chosen = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty isolate = new SimpleBooleanProperty();

    DevicesViewModel(Devices devices, BackgroundTasks tasks, ProblemSink problems) {
        this.devices = devices;
        this.tasks = tasks;
        this.problems = problems;
    }

    /** @param preferredId device to choose if it can be used; otherwise the first that can */
    void find(String preferredId) {
        tasks.run(devices::list, found -> show(found, preferredId),
                failure -> problems.report("The devices of this machine cannot be listed.", failure));
    }

    /** Looks for devices anew; the one chosen stays chosen if it is still there. */
    void findAgain() {
        Device before = chosen.get();
        list.clear();
        find(before == null ? "" : before.id());
    }

    private void show(List<Device> found, String preferredId) {
        list.setAll(found);
        found.stream().filter(Device::usable).findFirst().ifPresent(chosen::set);
        found.stream().filter(device -> device.id().equals(preferredId)).findFirst().ifPresent(this::choose);
    }

    /** Chooses a device; no effect if it cannot be used. */
    public void choose(Device device) {
        if (device.usable()) {
            chosen.set(device);
        }
    }

    /** All devices, usable ones first; empty until they are found. */
    public ObservableList<Device> list() {
        return readOnlyList;
    }

    /** Whether runs train in a process of their own where the device would let them train in this one. */
    public BooleanProperty isolateProperty() {
        return isolate;
    }

    /** The device to train on; null until one is found. */
    public ReadOnlyObjectProperty<Device> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }
}
