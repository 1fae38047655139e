package dev.postrider.e2e.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.testkit.raw.Door;
import dev.postrider.testkit.raw.Wire;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Requests, heads and handshakes that mean no good, through the gateway. */
final class RequestAttacks {
    private static final int TIMES = 20;
    private static final int RAW_TIMES = 5;
    private static final int AT_ONCE = 8;
    private static final int SLOW = 40;
    private static final int FAILURES = 101;
    private static final long TRICKLE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int TRICKLES = 60;
    private static final String HIDDEN = "GET /api/auth/sessions HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String POST = "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    private static final List<String> SMUGGLED = List.of(
            POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
            POST + "Content-Length: 2\r\nContent-Length: 0\r\n\r\n{}" + HIDDEN,
            POST + "Transfer-Encoding: xchunked\r\n\r\n" + HIDDEN,
            POST + "Content-Length: -1\r\n\r\n" + HIDDEN,
            POST + "Content-Length : 2\r\n\r\n{}" + HIDDEN,
            POST + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n" + HIDDEN,
            "GET /api/auth/me\r\n\r\n" + HIDDEN);

    private static final List<String> BOMBS = List.of(
            "GET /" + "x".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(100_000) + "\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\n" + "X: y\r\n".repeat(20_000) + "\r\n",
            "GET /api/auth/../../internal/users HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /api/%2e%2e/internal/users HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /api//auth%2Fme;x=y HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n",
            "TRACE /api/auth/me HTTP/1.1\r\nHost: x\r\n\r\n",
            POST + "Content-Length: 999999999\r\n\r\n" + "x".repeat(70_000));

    private final Door gateway;
    private final String token;

    RequestAttacks(Suite suite) {
        this.gateway = suite.door("gateway");
        this.token = Account.registered(gateway, "reed").signsIn(gateway).access();
    }

    List<Attack> all() {
        return List.of(
                new Attack("smuggling", () -> rawly(SMUGGLED)),
                new Attack("bombs of paths, heads and bodies", () -> rawly(BOMBS)),
                new Attack("floods of refused handshakes", this::handshakes),
                new Attack("bad tokens", this::tokens),
                new Attack("slow heads, bodies and readers", this::slow),
                new Attack("credential stuffing", this::stuffing));
    }

    private void rawly(List<String> requests) throws IOException {
        for (int i = 0; i < RAW_TIMES; i++) {
            for (String request : requests) {
                try (Wire wire = new Wire(gateway.port())) {
                    for (Wire.Answer answer : sent(wire, request)) {
                        FairAnswer.refused(request.lines().findFirst().orElseThrow(), answer);
                    }
                }
            }
        }
    }

    /** The other side may close while we still write. */
    private static List<Wire.Answer> sent(Wire wire, String request) throws IOException {
        try {
            wire.send(request);
        } catch (IOException closed) {
            return List.of();
        }
        return wire.answers();
    }

    private void handshakes() throws Exception {
        String[][] kinds = {
            {"Sec-WebSocket-Version: 13", "Sec-WebSocket-Protocol: postrider.v1"},
            {"Sec-WebSocket-Version: 13", "Sec-WebSocket-Protocol: postrider.v1", Door.bearer("x.y.z")},
            {"Sec-WebSocket-Version: 13", "Sec-WebSocket-Protocol: other", Door.bearer(token)},
            {"Sec-WebSocket-Version: 12", "Sec-WebSocket-Protocol: postrider.v1", Door.bearer(token)},
            {
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Protocol: postrider.v1",
                Door.bearer(token),
                "Origin: http://evil"
            },
            {"Sec-WebSocket-Version: 13", "Sec-WebSocket-Protocol: postrider.v1, postrider.ticket.x"},
        };
        atOnce(TIMES * kinds.length * 5, i -> {
            List<String> headers = new ArrayList<>(List.of(kinds[i % kinds.length]));
            headers.addAll(List.of(
                    "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
            Wire.Answer answer = gateway.call("GET", "/ws", headers.toArray(String[]::new));
            FairAnswer.duringAFlood("handshake", answer);
            assertTrue(answer.status() >= 400, answer::toString);
        });
    }

    private void tokens() throws Exception {
        String[] parts = token.split("\\.");
        List<String> bad = List.of(
                "",
                "x",
                "a.b.c",
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + "A".repeat(86),
                "eyJhbGciOiJub25lIn0." + parts[1] + ".",
                token + "A",
                "." + token,
                "%00" + token,
                "A".repeat(7_000),
                parts[1] + "." + parts[0] + "." + parts[2]);
        atOnce(
                TIMES * bad.size(),
                i -> FairAnswer.refused(
                        "token",
                        gateway.call("GET", "/api/auth/me", Door.bearer(bad.get(i % bad.size()))),
                        ProblemCode.SIGNED_OUT));
    }

    private void slow() throws Exception {
        List<String> begun = List.of(
                "GET / HTTP/1.1\r\nX: ",
                POST + "Content-Length: 60000\r\n\r\n",
                POST + "Transfer-Encoding: chunked\r\n\r\n8000\r\n");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < SLOW; i++) {
                for (String text : begun) {
                    running.add(threads.submit(() -> trickle(text)));
                }
                running.add(threads.submit(this::sip));
            }
            await(running);
        }
    }

    /** Little by little, until it is cut off or has gone on long enough. */
    private Void trickle(String begun) throws IOException {
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(begun);
            for (int i = 0; i < TRICKLES; i++) {
                LockSupport.parkNanos(TRICKLE_NANOS);
                wire.send("x");
            }
        } catch (SocketException cutOff) {
            return null;
        }
        return null;
    }

    /** Asks for the page over and over and reads a byte now and then. */
    private Void sip() throws IOException {
        try (Wire wire = new Wire(gateway.port(), 4_096)) {
            wire.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(30));
            for (int i = 0; i < TRICKLES; i++) {
                LockSupport.parkNanos(TRICKLE_NANOS);
                wire.read(1);
            }
        } catch (SocketException cutOff) {
            return null;
        }
        return null;
    }

    /** The account waits in the end, whoever asks; its owner is known and does not. */
    private void stuffing() throws Exception {
        Account wren = Account.registered(gateway, "wren");
        String body = Account.text(Map.of("username", wren.username(), "password", wren.password()));
        Wire.Answer in = gateway.json("POST", "/api/auth/login", body);
        String known = in.header("Set-Cookie").replaceFirst("(?s).*(postrider_device=[^;]+);.*", "Cookie: $1");
        atOnce(
                FAILURES,
                i -> FairAnswer.duringAFlood("stuffing", Account.tries(gateway, wren.username(), "guess number " + i)));

        assertEquals(429, gateway.json("POST", "/api/auth/login", body).status());
        assertEquals(200, gateway.json("POST", "/api/auth/login", body, known).status());
    }

    private interface Numbered {
        void run(int number) throws Exception;
    }

    private static void atOnce(int times, Numbered attack) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    attack.run(number);
                    return null;
                }));
            }
            await(running);
        }
    }

    private static void await(List<Future<?>> running) throws Exception {
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw new AssertionError(failed.getCause());
            }
        }
    }
}
