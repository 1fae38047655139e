package dev.postrider.bench.scenario;

import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Flight;
import dev.postrider.bench.load.Seat;
import dev.postrider.bench.peer.Peer;
import dev.postrider.bench.peer.PeerProcess;
import dev.postrider.bench.report.Figure;
import dev.postrider.bench.report.Figure.Better;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an acknowledgement is worth: half of the people write to the other half, who are away; in the middle of it the
 * server is killed as by {@code kill -9} and started again on its data; those who were away come back and ask for
 * everything the server has for them. What was acknowledged and does not come is lost.
 */
final class Killed {
    private static final int KILLS = 3;
    private static final int ACKNOWLEDGED_SECONDS = 3;
    private static final int WRITE_SECONDS = 60;
    private static final long ACKNOWLEDGED_MILLIS_MAX = 30_000;
    private static final long ENDED_MILLIS_MAX = 30_000;
    private static final long SEEN_MILLIS_MAX = 15_000;

    private final String name;
    private final Peer server;
    private final Path folder;

    private record Fate(long accepted, long lost) {}

    Killed(String name, Peer server, Path folder) {
        this.name = name;
        this.server = server;
        this.folder = folder;
    }

    /** @param seats partners one after the other */
    void play(Stage stage, List<Seat> seats) throws IOException {
        List<Seat> writers = every(seats, 0);
        List<Seat> readers = every(seats, 1);
        long accepted = 0;
        long lost = 0;
        for (int i = 0; i < KILLS; i++) {
            Fate fate = once(stage, writers, readers);
            accepted += fate.accepted();
            lost += fate.lost();
        }
        stage.results().figure(name, "kills", KILLS, "", Better.NEITHER);
        stage.results().figure(name, Figure.BEFORE, accepted, "messages", Better.NEITHER);
        stage.results().figure(name, Figure.GONE, lost, "messages", Better.LESS);
    }

    private static List<Seat> every(List<Seat> seats, int from) {
        return IntStream.range(0, seats.size())
                .filter(at -> at % 2 == from)
                .mapToObj(seats::get)
                .toList();
    }

    private Fate once(Stage stage, List<Seat> writers, List<Seat> readers) throws IOException {
        server.forget(folder);
        PeerProcess first = server.start(folder);
        try (Crowd known = Beside.crowd(server, first, stage)) {
            known.gather(readers);
        }
        try (Crowd writing = Beside.crowd(server, first, stage)) {
            writing.gather(writers);
            double rate = stage.options().rate();
            Flight flight = writing.begin(rate, WRITE_SECONDS, false);
            boolean enough = writing.awaitAccepted(flight, (long) rate * ACKNOWLEDGED_SECONDS, ACKNOWLEDGED_MILLIS_MAX);
            first.kill();
            if (!enough || !writing.awaitEnded(ENDED_MILLIS_MAX)) {
                throw new IOException("only " + flight.accepted() + " messages were acknowledged before the kill");
            }
            return comeBack(stage, readers, writing, flight);
        } finally {
            first.close();
        }
    }

    private Fate comeBack(Stage stage, List<Seat> readers, Crowd writing, Flight flight) throws IOException {
        try (PeerProcess again = server.start(folder);
                Crowd reading = Beside.crowd(server, again, stage)) {
            reading.watch(writing);
            server.kept().forEach(reading::found);
            reading.gather(readers);
            reading.awaitSeen(flight, SEEN_MILLIS_MAX);
            return new Fate(flight.accepted(), flight.lost());
        }
    }
}
