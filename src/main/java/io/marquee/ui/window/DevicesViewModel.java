package io.marquee.ui.window;

import io.marquee.device.Device;
import io.marquee.device.DeviceChoice;
import io.marquee.device.Devices;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.ProblemSink;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The devices of this machine and the one chosen. A device that cannot be used cannot be chosen. Those that need no driver are
 * there at once, so that nobody waits for one that hangs.
 */
public final class DevicesViewModel {

    private final Devices devices;
    private final BackgroundTasks tasks;
    private final ProblemSink problems;
    private final ObservableList<Device> list = FXCollections.observableArrayList();
    private final ObservableList<Device> readOnlyList = FXCollections.unmodifiableObservableList(list);
    private final ReadOnlyObjectWrapper<Device> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final BooleanProperty isolate = new SimpleBooleanProperty();

    /** Id of the device that a person wants, here or not; empty for any. */
    private String wanted = "";

    DevicesViewModel(Devices devices, BackgroundTasks tasks, ProblemSink problems) {
        this.devices = devices;
        this.tasks = tasks;
        this.problems = problems;
    }

    /** @param preferredId device to choose if it can be used; otherwise the first that can */
    void find(String preferredId) {
        wanted = preferredId;
        looking.set(true);
        tasks.run(devices::atOnce, this::showFirst, this::tell);
        tasks.run(devices::list, this::showAll, this::tell);
    }

    private void tell(Throwable failure) {
        looking.set(false);
        problems.report("The devices of this machine cannot be listed.", failure);
    }

    /** Looks for devices anew; the one chosen stays chosen if it is still there. */
    void findAgain() {
        find(chosen.get() == null ? "" : chosen.get().id());
    }

    private void showFirst(List<Device> found) {
        if (looking.get() && list.isEmpty()) {
            show(found);
        }
    }

    private void showAll(List<Device> found) {
        looking.set(false);
        show(found);
        Device now = chosen.get();
        if (!wanted.isEmpty() && now != null && !now.id().equals(wanted)) {
            problems.report("The device " + wanted + ", chosen before, cannot be used now. " + now.name()
                    + " is chosen in its place.", null);
        }
    }

    private void show(List<Device> found) {
        list.setAll(found);
        named(wanted).or(() -> found.stream().filter(Device::usable).findFirst()).ifPresent(chosen::set);
    }

    /** The device of an id if it can be used; several GPUs that are named together join the list. */
    private Optional<Device> named(String id) {
        Optional<Device> found;
        try {
            found = DeviceChoice.of(id, list).filter(Device::usable);
        } catch (IllegalArgumentException e) {
            // Nobody could have chosen that; a file of settings may still say it.
            return Optional.empty();
        }
        found.filter(device -> !list.contains(device)).ifPresent(list::add);
        return found;
    }

    /** Chooses the device of an id; returns whether it is here and can be used. */
    public boolean choose(String id) {
        Optional<Device> found = named(id);
        found.ifPresent(this::choose);
        return found.isPresent();
    }

    /** Chooses a device; no effect if it cannot be used. */
    public void choose(Device device) {
        if (device.usable()) {
            wanted = device.id();
            chosen.set(device);
        }
    }

    /** Whether the system is still being asked for devices. */
    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
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
