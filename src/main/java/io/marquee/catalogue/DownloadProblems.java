package io.marquee.catalogue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Puts into a sentence what kept a dataset from being downloaded, and what to do. */
final class DownloadProblems {

    private static final double MEGABYTE = 1e6;

    private final CatalogueEntry entry;
    private final URI address;
    private final Path zip;

    /** @param zip where the zip is to be in the end */
    DownloadProblems(CatalogueEntry entry, URI address, Path zip) {
        this.entry = entry;
        this.address = address;
        this.zip = zip;
    }

    /** A size as publishers give it, such as "198.7 MB". */
    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / MEGABYTE);
    }

    private DownloadException problem(String sentence, Throwable cause) {
        return new DownloadException(sentence + byHand(), cause);
    }

    private String byHand() {
        return " Or fetch " + address + " with a browser and put it here as " + zip + ".";
    }

    /**
     * The server could not be reached or the connection was lost before an answer came.
     *
     * @param proxy name of the proxy that was to be asked, if one was
     */
    DownloadException noAnswer(IOException cause, Optional<String> proxy) {
        for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
            if (reason instanceof SSLException || reason instanceof CertificateException) {
                return problem("The secure connection to " + address.getHost() + " cannot be trusted ("
                        + words(reason) + "). Check the date and time of this computer; on a company network, ask for its "
                        + "certificate to be added to Java.", cause);
            }
        }
        if (cause instanceof HttpTimeoutException) {
            return problem(address.getHost() + " does not answer. Try again later, and check the network and its proxy.",
                    cause);
        }
        if (unknownHost(cause)) {
            return problem("There is no connection to " + address.getHost() + ": " + proxy
                    .map(name -> "no computer called " + name + " is known here, the proxy through which it is to be reached. "
                            + "Check https_proxy, or the proxy in the settings of this system.")
                    .orElse("no computer of that name is known here. Check that this computer is connected to the internet, "
                            + "and the download address if it was changed; behind a proxy, set https_proxy."), cause);
        }
        String through = proxy.map(name -> " through the proxy " + name).orElse("");
        return problem("There is no connection to " + address.getHost() + through + " (" + words(cause)
                + "). Check the network; " + (proxy.isEmpty() ? "behind a proxy, set https_proxy."
                        : "is https_proxy, or the proxy in the settings of this system, the right one?"), cause);
    }

    private static boolean unknownHost(Throwable cause) {
        for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
            if (reason instanceof UnknownHostException || reason instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    /** The first thing an exception or its causes have to say. */
    static String words(Throwable cause) {
        if (unknownHost(cause)) {
            return "no computer of that name is known here";
        }
        for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
            if (reason.getMessage() != null && !reason.getMessage().isBlank()) {
                return reason.getMessage().strip();
            }
        }
        return cause instanceof ConnectException ? "it was refused, or there is no way there" : cause.getClass().getSimpleName();
    }

    /** The server answered something else than the file. */
    DownloadException refused(int status, String location) {
        String name = address.getHost();
        if (status == 407) {
            return problem("The proxy between this computer and " + name + " wants a login, which Marquee cannot give.",
                    null);
        }
        if (status >= 300 && status < 400) {
            return problem(name + " points to " + (location.isEmpty() ? "another address" : location) + " instead of "
                    + "sending the file. If this network has a login page, log in with a browser and try again.", null);
        }
        if (status == 404 || status == 410) {
            return problem(name + " has no file " + address.getPath() + ". Check the download address in the settings; the "
                    + "publisher may have moved it, see " + entry.source() + ".", null);
        }
        if (status >= 500) {
            return problem(name + " has a problem of its own (status " + status + "). Try again later.", null);
        }
        return problem(name + " refuses to send " + address.getPath() + " (status " + status + ").", null);
    }

    /** Something arrived that is no zip. */
    DownloadException noZip() {
        return problem("What " + address.getHost() + " sent is a web page, not the dataset: this network probably wants a "
                + "login first. Log in with a browser and try again.", null);
    }

    /** The transfer broke off again and again. */
    DownloadException broken(long have, IOException cause) {
        return problem("The connection to " + address.getHost() + " broke off after " + megabytes(have) + " of "
                + megabytes(entry.bytes()) + " (" + words(cause) + "). What has arrived is kept: start the download again "
                + "to go on from there.", cause);
    }

    /** There is no room for the file. */
    DownloadException diskFull(long needed, long free, IOException cause) {
        String room = free < 0 ? "" : ", and there are " + megabytes(free);
        return problem("The disk is full: " + entry.name() + " needs " + megabytes(needed) + " more in " + zip.getParent()
                + room + ". Make room and try again.", cause);
    }

    /** The file cannot be written for another reason. */
    DownloadException cannotWrite(IOException cause) {
        String reason = cause instanceof FileSystemException failed && failed.getReason() != null
                ? failed.getReason() : words(cause);
        return problem("The download cannot be written into " + zip.getParent() + " (" + reason
                + "). Check its permissions.", cause);
    }

    /** Another program is writing the same file. */
    DownloadException beingDownloaded() {
        return new DownloadException(entry.name() + " is being downloaded already. Wait until that has ended.", null);
    }

    /** What arrived is damaged. */
    DownloadException wrongChecksum(boolean publisherAsked) {
        return problem("What arrived as " + entry.zipName() + " is damaged: its checksum is not the one of " + entry.name()
                + (publisherAsked ? ", nor the one the publisher states" : ", and the publisher's own could not be asked for")
                + ". It was deleted. Try again; if it happens again, something on the way changes downloads.", null);
    }

    /** A zip that was put there by hand is another one. */
    DownloadException wrongZipHere() {
        return new DownloadException(zip + " is not the " + entry.name() + " that Marquee knows: its checksum differs, so it "
                + "is damaged or another version. Delete it and download the dataset, or open the file by its path, "
                + "which checks nothing.", null);
    }
}
