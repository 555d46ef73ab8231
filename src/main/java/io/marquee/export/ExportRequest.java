package io.marquee.export;

import java.nio.file.Path;

/**
 * What to export.
 *
 * @param format as what
 * @param target the file, or for embeddings the folder
 * @param lists what lists of all users hold
 * @param usersEmbeddings whether embeddings are those of the users and not of the movies
 */
public record ExportRequest(ExportFormat format, Path target, TopListSpec lists, boolean usersEmbeddings) {}
