package io.marquee.cli;

import io.marquee.export.ExportFormat;
import io.marquee.export.ExportRequest;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The lists of all users at once, as a file. */
final class AllUsersOptions {

    @Option(names = "--all-users", description = "Write the lists of all users to a CSV file, see --out. Stopped with "
            + "Ctrl+C, or by an accident, it is continued by the same command.")
    private boolean allUsers;

    @Option(names = "--out", paramLabel = "FILE", description = "With --all-users: the file to write.")
    private Path out;

    @Mixin
    private ListOptions lists;

    /** Whether all users are asked for. */
    boolean given() {
        if (allUsers && out == null) {
            throw CommandFailure.usage("--all-users needs a file to write to: add --out FILE.");
        }
        if (!allUsers && out != null) {
            throw CommandFailure.usage("--out goes with --all-users.");
        }
        return allUsers;
    }

    /** @return the exit code */
    int write(ModelOption model, int top, boolean includeRated, Console console) throws IOException {
        ExportRequest request = new ExportRequest(ExportFormat.CSV, out, lists.spec(top, includeRated), false);
        ReportTarget.checkFolder(out);
        return new ExportSession(console).run(model.load(), request);
    }
}
