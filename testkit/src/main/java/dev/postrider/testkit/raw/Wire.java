package dev.postrider.testkit.raw;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A connection on which exactly the bytes of the test go out, and at once: no piece waits for the one before to be
 * acknowledged.
 */
public final class Wire implements AutoCloseable {
    /** An answer; header names in lower case, several values joined by " | ". */
    public record Answer(int status, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        /** The code of a problem. */
        public String code() {
            return body.replaceAll("(?s).*\"code\":\"([a-z-]+)\".*", "$1");
        }
    }

    private final Socket socket;

    public Wire(int port) throws IOException {
        this.socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
    }

    /** One with a small receive buffer, to be full soon. */
    public Wire(int port, int receiveBuffer) throws IOException {
        this.socket = new Socket();
        socket.setReceiveBufferSize(receiveBuffer);
        socket.setTcpNoDelay(true);
        socket.connect(new java.net.InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(30_000);
    }

    public Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    public InputStream in() throws IOException {
        return socket.getInputStream();
    }

    /** Whether the other side has closed. */
    public boolean isClosed() throws IOException {
        socket.setSoTimeout(50);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        } finally {
            socket.setSoTimeout(10_000);
        }
    }

    /** Reads one answer, its body by length or chunks. */
    public Answer answer() throws IOException {
        String[] status = line().split(" ", 3);
        var headers = new TreeMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, line.substring(colon + 1).trim(), (a, b) -> a + " | " + b);
        }
        int code = Integer.parseInt(status[1]);
        return new Answer(code, headers, code == 101 || code == 204 || code == 304 ? "" : body(headers));
    }

    /** Reads answers until the other side closes or has no more to say for a while. */
    public List<Answer> answers() throws IOException {
        var answers = new ArrayList<Answer>();
        try {
            while (true) {
                answers.add(answer());
                socket.setSoTimeout(200);
            }
        } catch (SocketTimeoutException silent) {
            if (answers.isEmpty()) {
                throw silent;
            }
            return answers;
        } catch (IOException closed) {
            return answers;
        } finally {
            socket.setSoTimeout(10_000);
        }
    }

    /** Reads the head of an answer to HEAD. */
    public Answer head() throws IOException {
        String[] status = line().split(" ", 3);
        var headers = new TreeMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        return new Answer(Integer.parseInt(status[1]), headers, "");
    }

    public String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    private String body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return read(Integer.parseInt(headers.get("content-length")));
        }
        var body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(read(size));
            line();
        }
        line();
        return body.toString();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in().read(); b != '\n'; b = in().read()) {
            if (b < 0) {
                throw new IOException("closed after: " + line.toString(StandardCharsets.ISO_8859_1));
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
