package dev.postrider.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.load.Flight;
import dev.postrider.bench.load.MessageTag;
import dev.postrider.bench.load.Seat;
import dev.postrider.bench.people.Person;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The judge of losses before a server that acknowledges a few messages and hands on nothing until it is asked. */
class LossTest {
    private static final double PER_SECOND = 400;
    private static final double SECONDS = 0.5;
    private static final int ACKNOWLEDGED = 20;
    private static final long MILLIS_MAX = 10_000;

    private final Vertx vertx = Vertx.vertx();
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private volatile boolean handsOn;

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(MILLIS_MAX, TimeUnit.MILLISECONDS);
    }

    @Test
    void whatIsAcknowledgedAndNotToBeHadIsLost() throws Exception {
        Doors doors = Doors.of(URI.create("http://127.0.0.1:" + listen()), 1);
        try (Crowd writers = crowd(doors);
                Crowd readers = crowd(doors)) {
            writers.gather(List.of(seat("wren")));
            Flight flight = writers.begin(PER_SECOND, SECONDS, false);
            assertTrue(writers.awaitAccepted(flight, ACKNOWLEDGED, MILLIS_MAX));
            assertEquals(ACKNOWLEDGED, flight.lost());

            readers.watch(writers);
            readers.found(taken.element());
            readers.found(MessageTag.id(1, 9, 3));
            readers.found("no id of ours");
            assertEquals(ACKNOWLEDGED - 1, flight.lost());

            handsOn = true;
            readers.gather(List.of(seat("moss")));
            assertTrue(readers.awaitSeen(flight, MILLIS_MAX));
            assertEquals(0, flight.lost());
        }
    }

    private Crowd crowd(Doors doors) {
        return Crowd.of(vertx, doors, 7, seat -> new SocketIo(seat.person().username()));
    }

    private static Seat seat(String name) {
        return new Seat(new Person(name, name, ""), List.of("moss"));
    }

    private int listen() throws Exception {
        return vertx.createHttpServer()
                .webSocketHandler(this::serve)
                .listen(0, "127.0.0.1")
                .map(HttpServer::actualPort)
                .toCompletionStage()
                .toCompletableFuture()
                .get(MILLIS_MAX, TimeUnit.MILLISECONDS);
    }

    private void serve(ServerWebSocket socket) {
        socket.writeTextMessage("0{\"sid\":\"a\"}");
        socket.textMessageHandler(frame -> {
            if (frame.startsWith("40")) {
                socket.writeTextMessage("40{\"sid\":\"b\"}");
                if (handsOn) {
                    taken.forEach(id -> socket.writeTextMessage("42[\"message\",{\"id\":\"" + id + "\"}]"));
                }
            } else if (taken.size() < ACKNOWLEDGED) {
                int at = SocketIo.idAt(frame);
                String id = frame.substring(at, at + MessageTag.LENGTH);
                taken.add(id);
                String number = frame.substring(2, frame.indexOf('['));
                socket.writeTextMessage("43" + number + "[{\"id\":\"" + id + "\",\"ok\":true}]");
            }
        });
    }
}
