package io.marquee.catalogue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers in plain text on a port where TLS is expected; each connection, since a client may try a second one. */
final class PlainTextServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    PlainTextServer() throws IOException {
        Thread answering = new Thread(() -> {
            while (!socket.isClosed()) {
                answer();
            }
        });
        answering.setDaemon(true);
        answering.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void answer() {
        try (Socket connection = socket.accept()) {
            byte[] hello = new byte[4096];
            int read = connection.getInputStream().read(hello);
            connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            connection.shutdownOutput();
            while (read >= 0) {
                read = connection.getInputStream().read(hello);
            }
        } catch (IOException e) {
            // The client has hung up, or the test is over: that it did is what is tested.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
