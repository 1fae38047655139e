package dev.postrider.gateway.upgrade;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import dev.postrider.gateway.testing.Part;
import dev.postrider.testkit.raw.Wire;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.internal.PlatformDependent;
import io.vertx.core.net.NetSocket;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The gateway, its node and its client share this process, so what is measured is an upper bound for the gateway. */
final class TunnelMemoryTest {
    private static final int MEBIBYTES = 100;
    private static final int HELD_MEBIBYTES = 6;
    private static final int SOCKETS = 100;
    private static final int USERS = 10;
    private static final int WORDY_BYTES = 12_000;
    private static final long ALLOWED_BYTES = 10L * 1_048_576;

    @Test
    void aClientThatStopsReadingHundredMebibytesCostsNoMoreThanTen() throws Exception {
        try (var edge = Edge.plain()) {
            var sent = new AtomicInteger();
            edge.chat.getFirst().socket = socket -> socket.handler(go -> pump(socket, sent));
            warmUp(edge, sent);
            try (var wire = new Wire(edge.port(), 16_384)) {
                open(wire);
                sent.set(0);
                long before = memory();
                wire.send("go");
                var last = new AtomicInteger(-1);
                await().during(Duration.ofMillis(500))
                        .until(() -> sent.get() > 0 && last.getAndSet(sent.get()) == sent.get());
                long grown = memory() - before;
                assertTrue(sent.get() < MEBIBYTES, "back-pressure must reach the node, but it sent all");
                assertTrue(grown <= ALLOWED_BYTES, "memory grew by " + grown + " bytes, " + sent + " MiB sent");
                assertEquals(MEBIBYTES * 1_048_576L, wire.in().skip(MEBIBYTES * 1_048_576L));
            }
        }
    }

    /** Of the 100 MiB, five at most are the node's own: what its system takes before the gateway has read it. */
    @Test
    void theSystemHoldsLittleForAClientThatStopsReading() throws Exception {
        try (var edge = Edge.plain()) {
            var sent = new AtomicInteger();
            edge.chat.getFirst().socket = socket -> socket.handler(go -> pump(socket, sent));
            try (var wire = new Wire(edge.port(), 16_384)) {
                open(wire);
                wire.send("go");
                var last = new AtomicInteger(-1);
                await().during(Duration.ofMillis(500))
                        .until(() -> sent.get() > 0 && last.getAndSet(sent.get()) == sent.get());

                assertTrue(sent.get() <= HELD_MEBIBYTES, sent + " MiB were taken in");
            }
        }
    }

    @Test
    void whatWasSaidToOpenASocketIsNotHeldWhileItStands() throws Exception {
        try (var edge = Edge.plain()) {
            edge.chat.getFirst().socket = socket -> {};
            costOf(edge, "");
            long plain = costOf(edge, "");

            long wordy = costOf(edge, "x".repeat(WORDY_BYTES));

            long kept = (wordy - plain) / SOCKETS;
            assertTrue(kept < WORDY_BYTES / 2, kept + " bytes of each opening are held");
        }
    }

    /** What so many sockets hold, each opened with a header of that length that is for nobody. */
    private static long costOf(Edge edge, String filling) throws Exception {
        List<Wire> wires = new ArrayList<>();
        long before = memory();
        try {
            for (int i = 0; i < SOCKETS; i++) {
                Wire wire = edge.wire();
                wires.add(wire);
                assertEquals(
                        101,
                        wire.send(Edge.upgrade(
                                        "Sec-WebSocket-Protocol: postrider.v1",
                                        "Authorization: Bearer good-wren" + i % USERS,
                                        "X-Filling: " + filling))
                                .answer()
                                .status());
            }
            return memory() - before;
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    private static void warmUp(Edge edge, AtomicInteger sent) throws Exception {
        try (var wire = edge.wire()) {
            open(wire);
            sent.set(MEBIBYTES - 2);
            wire.send("go").read(2 * 1_048_576);
        }
    }

    private static void open(Wire wire) throws Exception {
        String handshake = Edge.upgrade("Sec-WebSocket-Protocol: postrider.v1", "Authorization: Bearer good-wren");
        assertEquals(101, wire.send(handshake).answer().status());
    }

    private static void pump(NetSocket socket, AtomicInteger sent) {
        while (!socket.writeQueueFull() && sent.get() < MEBIBYTES) {
            sent.incrementAndGet();
            socket.write(Part.mebibyte());
        }
        if (sent.get() < MEBIBYTES) {
            socket.drainHandler(drained -> pump(socket, sent));
        }
    }

    /** Heap after a collection, direct buffers, and what Netty's pool has handed out. */
    private static long memory() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        var pool = PooledByteBufAllocator.DEFAULT;
        return heap
                + direct
                + pool.pinnedDirectMemory()
                + pool.pinnedHeapMemory()
                + PlatformDependent.usedDirectMemory();
    }
}
