package io.marquee.catalogue;

import io.marquee.data.Progress;
import io.marquee.settings.AppDirectories;
import io.marquee.settings.JsonFile;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Brings datasets of the catalogue onto this computer. A zip is used only after its checksum was compared; a download
 * that broke off goes on where it was. Blocking methods belong on a background thread.
 */
public final class Downloads {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(20);
    private static final Duration READ_PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ATTEMPTS_WITHOUT_PROGRESS = 3;

    private final DownloadFolder folder;
    private final JsonFile<DownloadSettings> settingsFile;
    private final String baseAddress;
    private final HttpTransfer transfer;
    private final Duration pause;

    /**
     * @param folder where zips are kept
     * @param settings file with the settings
     * @param baseAddress address to use instead of that in the settings; null for none
     * @param client makes what requests are sent with
     * @param patience how long to wait for bytes
     * @param pause how long to wait before another attempt
     */
    Downloads(Path folder, Path settings, String baseAddress, Supplier<HttpClient> client, Duration patience,
            Duration pause) {
        this(new DownloadFolder(folder), new JsonFile<>(settings, DownloadSettings.class), baseAddress,
                new HttpTransfer(client, patience), pause);
    }

    private Downloads(DownloadFolder folder, JsonFile<DownloadSettings> settingsFile, String baseAddress,
            HttpTransfer transfer, Duration pause) {
        this.folder = folder;
        this.settingsFile = settingsFile;
        this.baseAddress = baseAddress;
        this.transfer = transfer;
        this.pause = pause;
    }

    /** The downloads of the person who runs this program; of damaged settings the log tells. */
    public static Downloads of(AppDirectories directories, String baseAddress) {
        return of(directories, baseAddress, sentence -> { });
    }

    /**
     * The downloads of the person who runs this program.
     *
     * @param baseAddress address to use instead of that in the settings; null for none
     * @param notices gets what a person should know of damaged settings, as sentences
     */
    public static Downloads of(AppDirectories directories, String baseAddress, Consumer<String> notices) {
        if (System.getProperty("java.net.useSystemProxies") == null) {
            // Java reads this once, before it first looks for a proxy.
            System.setProperty("java.net.useSystemProxies", "true");
        }
        return new Downloads(new DownloadFolder(directories.data().resolve("datasets")),
                new JsonFile<>(directories.config().resolve("downloads.json"), DownloadSettings.class, notices), baseAddress,
                new HttpTransfer(Downloads::client, READ_PATIENCE), PAUSE);
    }

    /** Redirects are followed, but not from a secure to an insecure address. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT_PATIENCE)
                .proxy(new EnvironmentProxies(System::getenv, ProxySelector.getDefault()))
                .build();
    }

    /** The same downloads from another address. */
    public Downloads from(String address) {
        return new Downloads(folder, settingsFile, address, transfer, pause);
    }

    /** How far a dataset is from being here. */
    public enum State {
        BUILT_IN,
        HERE,
        PARTLY,
        ABSENT
    }

    /**
     * Where a dataset stands.
     *
     * @param bytes size of what is here
     */
    public record Status(State state, long bytes) {}

    /** Looks on the disk. */
    public Status status(CatalogueEntry entry) throws IOException {
        if (entry.builtIn()) {
            return new Status(State.BUILT_IN, 0);
        }
        if (folder.has(entry)) {
            return new Status(State.HERE, entry.bytes());
        }
        long part = folder.partSize(entry);
        return new Status(part > 0 ? State.PARTLY : State.ABSENT, part);
    }

    /** Where the zip is or will be. */
    public Path zip(CatalogueEntry entry) {
        return folder.zip(entry);
    }

    /** The settings, with the address that is in force. */
    public DownloadSettings settings() {
        return settingsFile.read().orElseGet(DownloadSettings::defaults).from(baseAddress);
    }

    /** Whether the person has agreed to the licence, or need not. */
    public boolean accepted(CatalogueEntry entry) {
        return !entry.licence().needsConsent() || settings().accepted().contains(entry.id());
    }

    /** Remembers that the person has agreed to the licence. */
    public void accept(CatalogueEntry entry) throws IOException {
        settingsFile.write(settingsFile.read().orElseGet(DownloadSettings::defaults).accepting(entry.id()));
    }

    /**
     * Downloads a dataset unless it is here, and checks it either way.
     *
     * @param evenIfChanged whether to take it where the publisher has changed it
     * @return the zip
     * @throws ChangedByPublisherException if the publisher has changed it and that was not agreed to; what arrived is kept
     * @throws DownloadException if it cannot be had; the message says why and what to do
     * @throws CancellationException if {@code progress} asks to stop; what arrived is kept
     */
    public Path download(CatalogueEntry entry, boolean evenIfChanged, Progress progress)
            throws IOException, InterruptedException {
        if (!accepted(entry)) {
            throw new DownloadException("The licence of " + entry.name() + " has not been agreed to yet.", null);
        }
        if (folder.has(entry)) {
            return checked(entry, progress);
        }
        URI address = settings().address(entry.zipName());
        DownloadProblems problems = new DownloadProblems(entry, address, folder.zip(entry));
        try {
            folder.create();
        } catch (IOException e) {
            throw problems.cannotWrite(e);
        }
        fetch(entry, address, problems, progress);
        check(entry, address, evenIfChanged, problems, progress);
        folder.finish(entry);
        return folder.zip(entry);
    }

    private void fetch(CatalogueEntry entry, URI address, DownloadProblems problems, Progress progress)
            throws IOException, InterruptedException {
        int attempts = 0;
        while (true) {
            long before = folder.partSize(entry);
            try {
                transfer.fetch(address, entry, folder, problems, progress);
                return;
            } catch (BrokenTransferException broken) {
                long now = folder.partSize(entry);
                attempts = now > before ? 0 : attempts + 1;
                if (attempts >= ATTEMPTS_WITHOUT_PROGRESS) {
                    throw problems.broken(now, broken);
                }
                progress.report((double) now / entry.bytes(), "connection lost, trying again");
                pause(progress);
            }
        }
    }

    private void pause(Progress progress) throws InterruptedException {
        long until = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < until) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            Thread.sleep(Math.min(50, Math.max(1, pause.toMillis())));
        }
    }

    private void check(CatalogueEntry entry, URI address, boolean evenIfChanged, DownloadProblems problems,
            Progress progress) throws IOException, InterruptedException {
        Checksums file = Digests.of(folder.part(entry), progress);
        if (entry.checksums().match(file)) {
            return;
        }
        Optional<String> stated = transfer.text(URI.create(address + ".md5")).flatMap(Digests::statedMd5);
        if (stated.isEmpty() || !stated.equals(file.md5())) {
            folder.discardPart(entry);
            throw problems.wrongChecksum(stated.isPresent());
        }
        if (!evenIfChanged) {
            throw new ChangedByPublisherException(entry);
        }
    }

    /**
     * The zip of a dataset that is here. One that was put there by hand is checked before its first use.
     *
     * @throws DownloadException if it is not the dataset it is named after
     */
    Path checked(CatalogueEntry entry, Progress progress) throws IOException {
        Path zip = folder.zip(entry);
        if (!folder.isChecked(entry)) {
            if (!entry.checksums().match(Digests.of(zip, progress))) {
                throw new DownloadProblems(entry, settings().address(entry.zipName()), zip).wrongZipHere();
            }
            folder.markChecked(entry);
        }
        return zip;
    }

    /** Deletes what is here of a dataset. */
    public void remove(CatalogueEntry entry) throws IOException {
        folder.remove(entry);
    }
}
