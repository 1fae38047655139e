package dev.postrider.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How often Redis was asked, by its own counters. */
public final class RedisCalls {
    /** Run inside scripts, and by nobody else while people come back: a script is one call. */
    private static final Set<String> INSIDE = Set.of(
            "hgetall",
            "hget",
            "hset",
            "hdel",
            "pexpire",
            "expire",
            "publish",
            "incr",
            "time",
            "zadd",
            "zcard",
            "zrange",
            "zremrangebyscore");

    private static final String PREFIX = "cmdstat_";

    private RedisCalls() {}

    /** Calls of clients since the server began, by command. */
    public static Map<String, Long> now(String url) {
        URI at = URI.create(url);
        try (Socket socket = new Socket(at.getHost(), at.getPort());
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write("INFO commandstats\r\nQUIT\r\n".getBytes(StandardCharsets.UTF_8));
            Map<String, Long> calls = new TreeMap<>();
            answer.lines().filter(line -> line.startsWith(PREFIX)).forEach(line -> {
                String command = line.substring(PREFIX.length(), line.indexOf(':'));
                if (!INSIDE.contains(command) && !command.equals("info") && !command.equals("quit")) {
                    calls.put(command, Long.parseLong(line.replaceAll(".*:calls=(\\d+),.*", "$1")));
                }
            });
            return calls;
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    /** What came since, by command; commands that were not called are left out. */
    public static Map<String, Long> since(Map<String, Long> before, Map<String, Long> now) {
        Map<String, Long> calls = new TreeMap<>();
        now.forEach((command, count) -> {
            long more = count - before.getOrDefault(command, 0L);
            if (more > 0) {
                calls.put(command, more);
            }
        });
        return calls;
    }
}
