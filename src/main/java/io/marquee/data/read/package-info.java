/**
 * Reading delimited text: rating files in parallel, item, tag and link files beside them, and finding out how an unknown
 * file is laid out.
 *
 * <p>A dialog that lets a person map columns works like this:
 *
 * <ul>
 *   <li>{@link io.marquee.data.read.MappingSniffer#guess} looks at the beginning of a file and gives a
 *       {@link io.marquee.data.read.MappingGuess}: a {@link io.marquee.data.ColumnMapping} with delimiter, quote,
 *       encoding, header, columns, scale and how times are written, and what it is not sure of, in sentences;
 *   <li>{@link io.marquee.data.read.TablePreview#of} shows the first rows under a mapping, with the names of the columns
 *       and, for each row, why it could not be used; call it again when the person changes the mapping;
 *   <li>{@link io.marquee.data.DatasetSpec#withMapping} opens the file by the mapping; the loader remembers it for this
 *       file.
 * </ul>
 *
 * <p>All of these read files: call them from a background thread. A file whose layout cannot be told is refused with an
 * {@link io.marquee.data.read.UnknownLayoutException}, which carries the guess.
 */
package io.marquee.data.read;
