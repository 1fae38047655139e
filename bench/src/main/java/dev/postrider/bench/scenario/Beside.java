package dev.postrider.bench.scenario;

import dev.postrider.bench.Options;
import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Dialect;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.load.Seat;
import dev.postrider.bench.peer.Peer;
import dev.postrider.bench.peer.PeerProcess;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.report.Figure.Better;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The same times and bodies over another chat server, in pairs, and what of its acknowledged messages a killed process takes
 * with it. Where the server is not installed, or does not start, the results say so.
 */
final class Beside implements Scenario {
    /** Chosen together with ours, to stand in one table. */
    static final String GROUP = "peers";

    /** Parts of the suite that serve the sample: they count as its own. */
    private static final List<String> PARTS = List.of("kafka", "mariadb", "redis");

    private static final int PEOPLE = 256;

    private final String name;
    private final String about;
    private final int nodes;
    private final Function<Stage, Peer> peer;

    /** @param nodes 0 where it needs no part of the suite */
    Beside(String name, String about, int nodes, Function<Stage, Peer> peer) {
        this.name = name;
        this.about = about;
        this.nodes = nodes;
        this.peer = peer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String about() {
        return about;
    }

    @Override
    public int nodes() {
        return nodes;
    }

    @Override
    public void play(Stage stage) {
        Peer server = peer.apply(stage);
        Optional<String> missing = server.missing();
        if (missing.isPresent()) {
            stage.results().note(name, "Not run: " + missing.get() + ".");
            return;
        }
        stage.results().note(name, "Acknowledged means: " + server.promise() + ".");
        try {
            Path folder = stage.suite().data().resolve(name).toAbsolutePath();
            measure(server, folder, stage);
            new Killed(name, server, folder).play(stage, seats(server));
            server.forget(folder);
        } catch (IOException failed) {
            stage.results().note(name, "Not run to its end: " + failed.getMessage() + ".");
        }
    }

    private void measure(Peer server, Path folder, Stage stage) throws IOException {
        Options options = stage.options();
        server.forget(folder);
        try (PeerProcess process = server.start(folder);
                Crowd crowd = crowd(server, process, stage)) {
            crowd.gather(seats(server));
            Volley volley = new Volley(name, crowd, false, pids(process, stage), () -> 0);
            volley.warm(options.rate(), options.warmSeconds());
            stage.results().figure(name, "sockets", crowd.size(), "", Better.NEITHER);
            volley.rounds(options.rounds(), options.rate(), options.seconds(), stage.results());
            stage.results().figure(name, "refused", crowd.tally().refusals(), "", Better.NEITHER);
        }
    }

    private Map<String, Long> pids(PeerProcess process, Stage stage) {
        Map<String, Long> pids = new LinkedHashMap<>();
        pids.put("peer", process.pid());
        if (nodes > 0) {
            stage.suite().pids().forEach((part, pid) -> {
                if (PARTS.contains(part)) {
                    pids.put(part, pid);
                }
            });
        }
        return pids;
    }

    static Crowd crowd(Peer server, PeerProcess process, Stage stage) {
        Function<Seat, Dialect> dialects = seat -> server.dialect(seat.person().username());
        return Crowd.of(
                stage.vertx(), Doors.of(process.address(), 1), stage.options().seed(), dialects);
    }

    /** Everybody writes to the one beside. */
    private static List<Seat> seats(Peer server) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(number -> new Seat(
                        person(number),
                        List.of(server.addressOf(person(number ^ 1).username()))))
                .toList();
    }

    private static Person person(int number) {
        return new Person("rider-" + number, "rider-" + number, "");
    }
}
