package io.marquee.catalogue;

/**
 * The zip is not the one Marquee knows, but its checksum is the one that the publisher has beside it: the publisher
 * changed it. What was downloaded is kept; a person decides whether to use it.
 */
public final class ChangedByPublisherException extends DownloadException {

    private static final long serialVersionUID = 1L;

    ChangedByPublisherException(CatalogueEntry entry) {
        super(entry.name() + " was downloaded whole and matches the checksum its publisher states, but it is not the "
                + "version Marquee knows: the publisher has changed it. Its counts may differ from those shown.", null);
    }
}
