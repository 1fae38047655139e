package dev.postrider.bench.abuse;

import dev.postrider.bench.load.Doors;
import dev.postrider.bench.people.Person;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One client that sends messages as fast as the network takes them, up to a rate, and comes back at once whenever its socket
 * is closed. Lives on one context of Vert.x.
 */
public final class Flood implements Attack {
    private static final long FRAMES_MAX = 2_000_000;
    private static final int TICK_MILLIS = 1;
    private static final long AGAIN_MILLIS = 100;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final Doors doors;
    private final Person attacker;
    private final String conversation;
    private final double perSecond;
    private final Outcomes outcomes = new Outcomes();
    private @Nullable WebSocket socket;
    private long began;
    private long owedBefore;
    private long sent;
    private volatile long until;

    /** @param perSecond how many frames it would send if it could */
    public Flood(Vertx vertx, Doors doors, Person attacker, String conversation, double perSecond) {
        this.vertx = vertx;
        this.client = vertx.createWebSocketClient();
        this.doors = doors;
        this.attacker = attacker;
        this.conversation = conversation;
        this.perSecond = perSecond;
    }

    @Override
    public String name() {
        return "one sends %,.0f a second".formatted(perSecond);
    }

    @Override
    public void begin(double seconds) {
        until = System.nanoTime() + (long) (seconds * 1e9);
        vertx.getOrCreateContext().runOnContext(here -> open());
    }

    private void open() {
        if (System.nanoTime() >= until) {
            return;
        }
        client.connect(doors.socketOf(attacker)).onSuccess(this::opened).onFailure(refused -> {
            outcomes.add("sockets refused");
            vertx.setTimer(AGAIN_MILLIS, due -> open());
        });
    }

    private void opened(WebSocket open) {
        outcomes.add("sockets opened");
        socket = open;
        began = System.nanoTime();
        owedBefore = 0;
        open.textMessageHandler(this::heard);
        open.exceptionHandler(failed -> {});
        open.closeHandler(closed -> {
            socket = null;
            outcomes.add("closed with " + (open.closeStatusCode() == null ? "no code" : open.closeStatusCode()));
            vertx.setTimer(AGAIN_MILLIS, due -> open());
        });
        vertx.setPeriodic(TICK_MILLIS, timer -> {
            if (socket != open || System.nanoTime() >= until) {
                vertx.cancelTimer(timer);
            } else {
                send(open);
            }
        });
    }

    /** What is due since the last tick; what the socket does not take is not sent later. */
    private void send(WebSocket open) {
        long owed = (long) ((System.nanoTime() - began) / 1e9 * perSecond);
        for (long due = owed - owedBefore; due > 0 && !open.writeQueueFull() && sent < FRAMES_MAX; due--) {
            open.writeTextMessage(next());
            outcomes.add("frames sent");
        }
        owedBefore = owed;
    }

    private String next() {
        String id = new UUID((System.currentTimeMillis() << 16) | VERSION_7, VARIANT | sent++).toString();
        return "{\"type\":\"send\",\"id\":\"" + id + "\",\"conversation\":\"" + conversation
                + "\",\"body\":\"More and more.\"}";
    }

    private void heard(String frame) {
        if (frame.startsWith("{\"type\":\"accepted\"")) {
            outcomes.add("accepted");
        } else if (frame.startsWith("{\"type\":\"rejected\"")) {
            outcomes.add(frame.contains("\"code\":\"rate\"") ? "rejected: rate" : "rejected otherwise");
        }
    }

    @Override
    public Map<String, Long> end() {
        until = System.nanoTime();
        return outcomes.all();
    }

    @Override
    public void close() {
        until = System.nanoTime();
        client.close();
    }
}
