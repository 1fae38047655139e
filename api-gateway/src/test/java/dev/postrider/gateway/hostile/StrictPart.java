package dev.postrider.gateway.hostile;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * A part on a bare socket. It reads each byte in the one way that RFC 9112 knows, forgives nothing, and writes down every
 * request: a second one hidden in the first would be seen. Answers {@code {}} to all, 200 unless told otherwise.
 */
final class StrictPart implements AutoCloseable {
    private static final Pattern REQUEST =
            Pattern.compile("(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (/[!-~]*) HTTP/1\\.1");
    private static final Pattern HEADER = Pattern.compile(
            "([!#$%&'*+.^_`|~0-9A-Za-z-]+): ([!-~\\x80-\\xff]([ -~\\t\\x80-\\xff]*[!-~\\x80-\\xff])?)?");
    private static final int BODY_MAX = 1_000_000;

    /** A whole request. Header names in lower case. */
    record Call(String method, String uri, Map<String, String> headers, String body) {}

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final List<String> faults = new CopyOnWriteArrayList<>();
    volatile String answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    private final ServerSocket server;
    private final Map<Socket, Boolean> open = new ConcurrentHashMap<>();

    StrictPart() throws IOException {
        server = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** As an entry of {@code gateway.chat-nodes}. */
    String node() {
        return "127.0.0.1:" + server.getLocalPort() + ":" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                open.put(socket, true);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = socket.getInputStream();
            for (var call = read(in); call.isPresent(); call = read(in)) {
                boolean asked = call.get().uri().equals("/q/health/ready");
                if (!asked) {
                    calls.add(call.get());
                }
                String text = asked ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" : answer;
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException cut) {
            // A request that was cut off is none.
        } catch (IllegalStateException fault) {
            faults.add(String.valueOf(fault.getMessage()));
        } finally {
            open.remove(socket);
        }
    }

    private static Optional<Call> read(InputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        var request = REQUEST.matcher((char) first + line(in));
        require(request.matches(), "request line", request);
        var headers = new TreeMap<String, String>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            var header = HEADER.matcher(line);
            require(header.matches(), "header", line);
            String name = header.group(1).toLowerCase(Locale.ROOT);
            String known =
                    headers.put(name, Optional.ofNullable(header.group(2)).orElse(""));
            require(known == null, "header twice", line);
        }
        return Optional.of(new Call(request.group(1), request.group(2), headers, body(in, headers)));
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        String length = headers.get("content-length");
        String coding = headers.get("transfer-encoding");
        require(headers.containsKey("host"), "no host", headers);
        require(length == null || coding == null, "two lengths", headers);
        if (coding != null) {
            require(coding.equals("chunked"), "coding", coding);
            return chunks(in);
        }
        if (length == null) {
            return "";
        }
        require(length.matches("0|[1-9][0-9]{0,5}"), "length", length);
        return exactly(in, Integer.parseInt(length));
    }

    private static String chunks(InputStream in) throws IOException {
        var body = new StringBuilder();
        while (body.length() < BODY_MAX) {
            String size = line(in);
            require(size.matches("[0-9a-f]{1,6}"), "chunk size", size);
            body.append(exactly(in, Integer.parseInt(size, 16)));
            require(line(in).isEmpty(), "end of a chunk", size);
            if (size.equals("0")) {
                return body.toString();
            }
        }
        throw new IllegalStateException("endless body");
    }

    private static String exactly(InputStream in, int bytes) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new EOFException();
        }
        return new String(read, StandardCharsets.ISO_8859_1);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\r'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            require(b != '\n', "line without CR", line);
            line.append((char) b);
        }
        require(in.read() == '\n', "CR without LF", line);
        return line.toString();
    }

    private static void require(boolean good, String what, Object where) {
        if (!good) {
            throw new IllegalStateException(what + ": " + where);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open.keySet()) {
            socket.close();
        }
    }
}
