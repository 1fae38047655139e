package dev.postrider.testkit.raw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A door at which requests are made byte for byte, each on a connection of its own; nothing is retried. */
public record Door(String name, int port) {
    private static final byte[] NOTHING = {};

    public static Door at(String name, URI uri) {
        return new Door(name, uri.getPort());
    }

    public static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    public Wire.Answer call(String method, String target, String... headers) {
        return send(method, target, NOTHING, headers);
    }

    /** With a body of JSON. */
    public Wire.Answer json(String method, String target, String body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Type: application/json";
        return send(method, target, body.getBytes(StandardCharsets.UTF_8), all);
    }

    /** With any body, also of other kinds. */
    public Wire.Answer send(String method, String target, byte[] body, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        boolean announced = head.indexOf("Content-Length") >= 0;
        if (!announced && (body.length > 0 || !method.equals("GET"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        try (Wire wire = new Wire(port)) {
            return wire.send(head.append("\r\n").toString()).send(body).answer();
        } catch (IOException failed) {
            throw new UncheckedIOException(name + " " + method + " " + target + " got no answer", failed);
        }
    }
}
