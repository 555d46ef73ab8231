package io.marquee.catalogue;

import io.marquee.catalogue.DownloadFolder.Origin;
import io.marquee.data.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches a file over HTTP and goes on where an earlier attempt broke off, with range requests as RFC 9110, section 14,
 * has them: {@code If-Range} makes a server that has another version by now send the whole of it.
 */
final class HttpTransfer {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final long POLL_MILLIS = 100;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

    private final Supplier<HttpClient> maker;
    private final Duration patience;
    private HttpClient client;

    /**
     * @param client asked for at the first request: making one takes a tenth of a second
     * @param patience how long to wait for an answer, and for the next bytes of it
     */
    HttpTransfer(Supplier<HttpClient> client, Duration patience) {
        this.maker = client;
        this.patience = patience;
    }

    /**
     * Makes the part file of a download whole.
     *
     * @throws BrokenTransferException if the connection broke; what arrived stays for another attempt
     * @throws DownloadException if another attempt would not help
     * @throws CancellationException if {@code progress} asks to stop; what arrived stays
     */
    void fetch(URI address, CatalogueEntry entry, DownloadFolder folder, DownloadProblems problems, Progress progress)
            throws IOException, InterruptedException {
        Optional<Origin> origin = folder.origin(entry).filter(known -> known.address().equals(address.toString()));
        long have = folder.partSize(entry);
        if (have > 0 && (origin.isEmpty() || origin.get().total() >= 0 && have > origin.get().total())) {
            folder.discardPart(entry);
            have = 0;
        }
        if (have > 0 && have == origin.get().total()) {
            return;
        }
        HttpResponse<InputStream> response = send(request(address, have, origin), have > 0, progress, problems);
        try (InputStream body = response.body()) {
            long offset = offset(response, have);
            if (offset < 0) {
                folder.discardPart(entry);
                throw new BrokenTransferException("the server cannot go on from " + have + " bytes", null);
            }
            if (response.statusCode() != OK && response.statusCode() != PARTIAL) {
                throw problems.refused(response.statusCode(), response.headers().firstValue("Location").orElse(""));
            }
            if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                throw problems.noZip();
            }
            long total = total(response.headers(), offset);
            String validator = validator(response.headers());
            folder.write(entry, new Origin(address.toString(), validator, total));
            long size = new PartFile(entry, folder, problems, patience).append(body, offset, total, progress);
            folder.write(entry, new Origin(address.toString(), validator, size));
        }
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = maker.get();
        }
        return client;
    }

    private HttpRequest request(URI address, long have, Optional<Origin> origin) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience).GET();
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
            origin.map(Origin::validator).ifPresent(validator -> request.header("If-Range", validator));
        }
        return request.build();
    }

    /** @param goingOn whether some of the file has arrived, so that a lost connection is worth waiting for */
    private HttpResponse<InputStream> send(HttpRequest request, boolean goingOn, Progress progress,
            DownloadProblems problems) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> answer =
                client().sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        while (true) {
            try {
                return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (progress.cancelled()) {
                    answer.cancel(true);
                    throw new CancellationException();
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException failure) {
                    throw goingOn ? new BrokenTransferException(DownloadProblems.words(failure), failure)
                            : problems.noAnswer(failure, proxy(request.uri()));
                }
                throw new IllegalStateException("A request failed", e.getCause());
            }
        }
    }

    /** The name of the proxy that an address is asked for through. */
    private Optional<String> proxy(URI address) {
        return client().proxy().stream().flatMap(proxies -> proxies.select(address).stream()).limit(1)
                .filter(first -> first.address() instanceof InetSocketAddress)
                .map(first -> ((InetSocketAddress) first.address()).getHostString()).findFirst();
    }

    /** Where the answer's bytes belong in the file; negative if they cannot be used. */
    private static long offset(HttpResponse<?> response, long have) {
        if (response.statusCode() == RANGE_NOT_SATISFIABLE) {
            return -1;
        }
        if (response.statusCode() != PARTIAL) {
            return 0;
        }
        Matcher range = CONTENT_RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
        return range.matches() && Long.parseLong(range.group(1)) == have ? have : -1;
    }

    private static long total(HttpHeaders headers, long offset) {
        Matcher range = CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
        if (range.matches() && !range.group(2).equals("*")) {
            return Long.parseLong(range.group(2));
        }
        long length = headers.firstValueAsLong("Content-Length").orElse(-1);
        return length < 0 ? -1 : offset + length;
    }

    /** A weak ETag does not promise the same bytes, so it cannot be asked with. */
    private static String validator(HttpHeaders headers) {
        return headers.firstValue("ETag").filter(tag -> !tag.startsWith("W/"))
                .or(() -> headers.firstValue("Last-Modified")).orElse(null);
    }

    /** A short text, such as a checksum; empty if it cannot be had. */
    Optional<String> text(URI address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(patience).GET().build();
        try {
            HttpResponse<String> response = client().send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == OK ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }
}
