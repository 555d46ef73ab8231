package io.marquee.cli;

import io.marquee.device.Device;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code marquee devices}. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = MarqueeCommand.Version.class,
        description = {
            "Lists what training can run on here, by the id that --device takes. What cannot be used says why, and what to do."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee devices",
            "  marquee train --device gpu0",
            "  marquee devices --json | jq -r '.[] | select(.usable) | .id'"
        })
final class DevicesCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DevicesCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws Exception {
        List<Device> devices = services.devices().list();
        if (json) {
            ReportTarget.print(devices, console);
            return ExitCode.OK;
        }
        for (Device device : devices) {
            console.result("%-14s %s", device.id(), device.name());
            console.result("%-14s %s%s", "", device.usable() ? "" : "Cannot be used. ", Failures.sentence(device.note()));
        }
        return ExitCode.OK;
    }
}
