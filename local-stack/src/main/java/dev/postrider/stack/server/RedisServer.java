package dev.postrider.stack.server;

import dev.postrider.stack.process.Launch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Redis 6.2, bound to this machine. Keeps nothing on disk: whatever stands in Redis may be lost. */
public final class RedisServer implements Server {
    public static final String PART = "redis";
    private static final int ANSWER_MILLIS = 1_000;
    private static final String MEMORY_MAX = "128mb";
    private static final Map<Platform, String> BINARIES = Map.of(
            new Platform("linux", "x86-64"), "redis-server-6.2.6-v5-linux-amd64",
            new Platform("linux", "arm64"), "redis-server-6.2.7-linux-arm64",
            new Platform("macos", "x86-64"), "redis-server-6.2.6-v5-darwin-amd64",
            new Platform("macos", "arm64"), "redis-server-6.2.6-v5-darwin-arm64");

    private final Path home;
    private final int port;

    public RedisServer(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    @Override
    public String part() {
        return PART;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Launch prepare(Path log) throws IOException {
        Files.createDirectories(home);
        return Launch.of(PART, command(binary(Platform.current())), log);
    }

    private List<String> command(Path binary) {
        return List.of(
                binary.toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                home.toAbsolutePath().toString(),
                "--save",
                "",
                "--appendonly",
                "no",
                "--maxmemory",
                MEMORY_MAX,
                "--maxmemory-policy",
                "allkeys-lru");
    }

    private static Path binary(Platform platform) throws IOException {
        String name = BINARIES.get(platform);
        URL resource = name == null ? null : RedisServer.class.getResource("/" + name);
        if (name == null || resource == null) {
            throw new MissingBinaryException(PART, platform.toString());
        }
        return Unpacked.file(resource, name);
    }

    @Override
    public boolean answers() {
        return answers("127.0.0.1", port);
    }

    /** Whether a Redis there answers; one that asks for a password does answer. */
    public static boolean answers(String host, int port) {
        try {
            String answer = ask(host, port, "PING");
            return answer.startsWith("+PONG") || answer.startsWith("-NOAUTH");
        } catch (IOException silent) {
            return false;
        }
    }

    /** Forgets everything it holds. */
    public void empty() throws IOException {
        String answer = ask("127.0.0.1", port, "FLUSHALL");
        if (!answer.startsWith("+OK")) {
            throw new IOException("Redis refused to be emptied: " + answer.strip());
        }
    }

    /** How many keys it holds. */
    public long keys() throws IOException {
        String answer = ask("127.0.0.1", port, "DBSIZE");
        if (!answer.startsWith(":")) {
            throw new IOException("Redis does not say what it holds: " + answer.strip());
        }
        return Long.parseLong(answer.substring(1).strip());
    }

    private static String ask(String host, int port, String command) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[128];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(length, 0), StandardCharsets.US_ASCII);
        }
    }
}
