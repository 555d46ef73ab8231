package io.marquee.isolate;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps standard output for messages alone. */
final class ProtocolStream {

    private static final Logger LOG = LoggerFactory.getLogger(ProtocolStream.class);
    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;

    private ProtocolStream() {}

    private interface CLibrary extends Library {
        int dup2(int from, int to) throws LastErrorException;
    }

    /**
     * Standard output as it is now. What Java code prints from here on goes to standard error, and where the system lets us,
     * what native libraries print does, too: they know the descriptor by its number alone.
     */
    static OutputStream takeStandardOutput() {
        System.setOut(System.err);
        if (!Platform.isWindows()) {
            try {
                // Opened anew, the pipe has another number.
                OutputStream own = new FileOutputStream("/dev/fd/" + STANDARD_OUTPUT);
                Native.load("c", CLibrary.class).dup2(STANDARD_ERROR, STANDARD_OUTPUT);
                return own;
            } catch (IOException | LastErrorException | LinkageError e) {
                LOG.info("Native libraries print between the messages", e);
            }
        }
        return new FileOutputStream(FileDescriptor.out);
    }
}
