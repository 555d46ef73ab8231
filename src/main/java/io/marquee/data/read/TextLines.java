package io.marquee.data.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** The lines of a text file in UTF-8; a line that is not valid UTF-8 is read as ISO-8859-1, and counted. */
final class TextLines {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long number;
    private long latin;
    private boolean ended = true;

    TextLines(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER);
    }

    /** The next line without its line break and without a byte order mark, or null after the last one. */
    String next() throws IOException {
        bytes.reset();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        number++;
        while (next >= 0 && next != '\n') {
            bytes.write(next);
            next = in.read();
        }
        ended = next == '\n';
        String line = decode();
        int end = line.endsWith("\r") ? line.length() - 1 : line.length();
        int start = number == 1 && line.startsWith("\uFEFF") ? 1 : 0;
        return line.substring(start, Math.max(start, end));
    }

    private String decode() {
        try {
            return utf8.decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            // Not swallowed: the caller reports how many lines were read in the older encoding.
            latin++;
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /** The number of the line that {@link #next} returned last, from 1. */
    long number() {
        return number;
    }

    /** Whether the line that {@link #next} returned last ended with a line break. */
    boolean ended() {
        return ended;
    }

    /** How many lines were read as ISO-8859-1. */
    long latinLines() {
        return latin;
    }
}
