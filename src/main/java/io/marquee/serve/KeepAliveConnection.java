package io.marquee.serve;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One connection to a server of this room that stays open from question to question. It knows no more of HTTP than such a
 * server writes, so that asking takes little of the machine that answers: a status, a length, and so many bytes.
 */
final class KeepAliveConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;

    /** Longer than the server lets anyone wait. */
    private static final int READ_MILLIS = 30_000;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int STATUS_DIGITS = 3;
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String LENGTH = "\r\ncontent-length:";

    private final Socket socket = new Socket();
    private byte[] buffer = new byte[1 << 14];
    private int filled;
    private int bodyFrom;
    private int bodyTo;

    /** @throws IOException if nobody listens at the port of the loopback address */
    KeepAliveConnection(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(READ_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
    }

    /**
     * Sends a request and reads its answer to the end.
     *
     * @return the status
     * @throws IOException if there is no whole answer
     */
    int ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        filled = 0;
        int headEnd = readHead();
        String head = new String(buffer, 0, headEnd, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        bodyFrom = headEnd + HEAD_END.length;
        bodyTo = bodyFrom + length(head);
        while (filled < bodyTo) {
            fill();
        }
        return Integer.parseInt(head.substring(STATUS_AT, STATUS_AT + STATUS_DIGITS));
    }

    /** What the last answer said. */
    String body() {
        return new String(buffer, bodyFrom, bodyTo - bodyFrom, StandardCharsets.UTF_8);
    }

    private int readHead() throws IOException {
        int looked = 0;
        while (true) {
            fill();
            for (; looked + HEAD_END.length <= filled; looked++) {
                if (buffer[looked] == '\r' && buffer[looked + 1] == '\n' && buffer[looked + 2] == '\r'
                        && buffer[looked + 3] == '\n') {
                    return looked;
                }
            }
        }
    }

    private static int length(String head) throws IOException {
        int at = head.indexOf(LENGTH);
        if (at < 0) {
            throw new IOException("the answer does not say how long it is");
        }
        int from = at + LENGTH.length();
        int end = head.indexOf('\r', from);
        return Integer.parseInt(head.substring(from, end < 0 ? head.length() : end).strip());
    }

    private void fill() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        InputStream in = socket.getInputStream();
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        filled += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
