package io.marquee.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/** Standard output that remembers why something could not be written: a {@link PrintStream} swallows it. */
final class ResultStream extends PrintStream {

    ResultStream(OutputStream out, Charset charset) {
        super(new Noting(out), true, charset);
    }

    /**
     * Why results were lost, such as for a full disk; empty where none were. Who closes a pipe, as {@code head} does, has seen
     * enough, so that is no loss.
     */
    Optional<String> loss() {
        flush();
        return Optional.ofNullable(((Noting) out).failure).map(IOException::getMessage)
                .filter(reason -> !reason.toLowerCase(Locale.ROOT).contains("pipe"));
    }

    private static final class Noting extends FilterOutputStream {

        private volatile IOException failure;

        Noting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }
    }
}
