package io.marquee.cli;

import io.marquee.data.FilteringDatasets;
import io.marquee.settings.LocalDatasets;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: parses, runs a command, and turns whatever goes wrong into a sentence and an exit code. */
public final class Cli {

    private final Console console;
    private final MarqueeCommand root;
    private final CommandLine commandLine;

    /**
     * @param console where words go
     * @param given what commands work with
     * @param window opens the window with the files named where no command is given; returns an exit code
     */
    public Cli(Console console, Services given, ToIntFunction<List<String>> window) {
        this.console = console;
        Consent consent = new Consent(console);
        Services services = given.opening(new FilteringDatasets(
                new Fetching(given.catalogue(), given.downloads(), given.datasets(), consent)));
        root = new MarqueeCommand(window, consent);
        commandLine = new CommandLine(root)
                .addSubcommand(new TrainCommand(console, services))
                .addSubcommand(new FindRateCommand(console, services))
                .addSubcommand(TuneCommand.of(console, services))
                .addSubcommand(new RecommendCommand(console))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new ServeCommand(console))
                .addSubcommand(new EvaluateCommand(console, services))
                .addSubcommand(new InspectCommand(console, services))
                .addSubcommand(new DatasetsCommand(console, services))
                .addSubcommand(new DevicesCommand(console, services))
                .addSubcommand(new DownloadCommand(console, services, consent))
                .addSubcommand(new CacheCommand(console, LocalDatasets.cache()))
                .addSubcommand(new SynthesizeCommand(console))
                .addSubcommand(RunsCommand.of(console, services))
                .addSubcommand(new ReportCommand(console, services))
                .addSubcommand(new BenchmarkCommand(console, services))
                .addSubcommand(new CommandLine.HelpCommand());
        commandLine
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(this::wrongUsage)
                .setExecutionExceptionHandler(this::failed);
    }

    /** Runs one command. Never throws. */
    public int run(String... arguments) {
        try {
            return withResults(commandLine.execute(arguments));
        } catch (OutOfMemoryError e) {
            return new Failures(console).report(e);
        } finally {
            console.flush();
        }
    }

    /** A command whose results got lost has failed, whatever it thinks of itself. */
    private int withResults(int exitCode) {
        console.flush();
        return exitCode != ExitCode.OK ? exitCode : console.loss().map(reason -> {
            console.say("The results could not be written to standard output: " + Failures.sentence(reason));
            return ExitCode.FAILED;
        }).orElse(exitCode);
    }

    /** Does what needs no command line to be read, such as opening the window; never throws. */
    public static int unasked(Console console, IntSupplier job) {
        try {
            return job.getAsInt();
        } catch (RuntimeException | OutOfMemoryError e) {
            return new Failures(console).report(e);
        } finally {
            console.flush();
        }
    }

    private int wrongUsage(ParameterException thrown, String[] arguments) {
        CommandLine command = thrown.getCommandLine();
        // A misspelt command followed by its options: the options are not what is wrong.
        ParameterException exception = command != commandLine ? thrown : root.noSuchFile()
                .<ParameterException>map(name -> new UnmatchedArgumentException(command, List.of(name)))
                .orElse(thrown);
        console.say(inWords(exception));
        if (!UnmatchedArgumentException.printSuggestions(exception, command.getErr())) {
            console.say("'" + command.getCommandSpec().qualifiedName() + " --help' shows how to use it.");
        }
        return ExitCode.USAGE;
    }

    private String inWords(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String argument = unmatched.getUnmatched().get(0);
            return exception.getCommandLine() == commandLine
                    ? "There is no command '" + argument + "'."
                    : "'" + argument + "' is one argument too many.";
        }
        return Failures.sentence(OptionRanges.inWords(exception));
    }

    private int failed(Exception exception, CommandLine command, ParseResult parsed) {
        return new Failures(console).report(exception);
    }
}
