package io.marquee.device;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the device that a person names; several GPUs, named together, are one device to train on. */
public final class DeviceChoice {

    private DeviceChoice() {}

    /**
     * The device of an id such as {@code cpu}, {@code gpu0} or {@code gpu0,gpu1}, usable or not. Of several GPUs all must be
     * usable.
     *
     * @param devices those of this machine
     * @return empty where there is no such device; a name that was given for a GPU may come back as what stands for all of them
     * @throws IllegalArgumentException with a sentence if devices are named together that cannot train together
     */
    public static Optional<Device> of(String id, List<Device> devices) {
        List<String> wanted = LocalDevices.gpus(id.toLowerCase(Locale.ROOT).replace(" ", ""));
        if (wanted.size() == 1) {
            return one(wanted.get(0), devices);
        }
        if (!wanted.stream().allMatch(LocalDevices::isGpu) || new HashSet<>(wanted).size() < wanted.size()) {
            throw new IllegalArgumentException("Devices that train together are different GPUs, such as gpu0,gpu1; not "
                    + id + ".");
        }
        List<Device> parts = new ArrayList<>();
        for (String part : wanted) {
            Optional<Device> found = one(part, devices);
            if (found.isEmpty() || !found.get().id().equals(part)) {
                return found;
            }
            parts.add(found.get());
        }
        return Optional.of(together(parts));
    }

    /** Where the driver does not answer, the entry that says so stands for each GPU. */
    private static Optional<Device> one(String id, List<Device> devices) {
        return devices.stream().filter(device -> device.id().equals(id)).findFirst().or(() -> LocalDevices.isGpu(id)
                ? devices.stream().filter(device -> device.id().equals(LocalDevices.ANY_GPU)).findFirst()
                : Optional.empty());
    }

    /** Several GPUs as one device. */
    static Device together(List<Device> gpus) {
        String name = gpus.size() + " GPUs: " + String.join(" + ", gpus.stream().map(Device::name).toList());
        Optional<Device> hindrance = gpus.stream().filter(gpu -> !gpu.usable()).findFirst();
        return new Device(LocalDevices.together(gpus.stream().map(Device::id).toList()), name, hindrance.isEmpty(),
                hindrance.map(gpu -> gpu.name() + ": " + gpu.note()).orElse(
                        "DL4J's ParallelWrapper, in a process of its own: each GPU trains a share of every batch"));
    }
}
