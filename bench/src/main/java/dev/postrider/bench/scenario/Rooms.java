package dev.postrider.bench.scenario;

import dev.postrider.bench.limit.RelayProcess;
import dev.postrider.bench.load.Audience;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.report.Figure.Better;
import dev.postrider.bench.report.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One person writes to a room in which everybody is online, on two chat nodes: through the gateway, then straight at the
 * chat nodes; then the same to a bare relay on websockets-next that writes each frame to every socket and promises nothing.
 * What counts is how many frames a second reach people, with a few messages under way.
 */
final class Rooms implements Scenario {
    private static final int UNDER_WAY_MAX = 4;
    private static final int ADDED_AT_ONCE = 500;
    private static final int FRAMES_A_ROUND = 100_000;
    private static final long MESSAGE_MILLIS_MAX = 20_000;
    private static final double SECONDS = 1e9;

    private final int members;

    Rooms(int members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "rooms-" + members;
    }

    @Override
    public String about() {
        return "one writes to a room of %,d who are online on two nodes; beside it a bare broadcast".formatted(members);
    }

    @Override
    public int nodes() {
        return 2;
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    /** Many people are made for this, so that their passwords are hashed for less. */
    @Override
    public Map<String, String> settings() {
        return Map.of(
                "auth.passwords.memory-kib", "64",
                "auth.passwords.passes", "1",
                "auth.limits.sign-ins-per-address-minute", "1000000",
                "gateway.limits.sign-ins-per-address", "1000000",
                "gateway.limits.upgrades-per-address", "1000000",
                "gateway.limits.connections-per-address", "100000");
    }

    @Override
    public void play(Stage stage) {
        List<Person> people = stage.people().signedIn(members);
        String room = room(stage, people);
        Map<String, Long> pids = stage.suite().pids();
        double ours;
        try (Audience audience =
                Audience.gather(stage.vertx(), Doors.of(stage.suite().gateway(), 1), people)) {
            ours = perSecond(stage, audience, room, "postrider");
        }
        double straight;
        try (Audience audience =
                Audience.gather(stage.vertx(), one -> Doors.of(stage.suite().chatNodeOf(one.id()), 1), people)) {
            straight = perSecond(stage, audience, room, "postrider without the gateway");
        }
        stage.results()
                .figure(
                        name(),
                        "chat nodes",
                        pids.keySet().stream()
                                .filter(part -> part.startsWith("chat"))
                                .count(),
                        "",
                        Better.NEITHER);
        double bare;
        try (RelayProcess relay = RelayProcess.start(RelayProcess.Base.WEBSOCKETS_NEXT, 0, List.of("-Xmx512m"));
                Audience audience = Audience.gather(stage.vertx(), Doors.of(relay.address(), 1), people)) {
            bare = perSecond(stage, audience, room, "bare websockets-next");
        }
        stage.results().figure(name(), "of a bare broadcast", 100 * ours / bare, "%", Better.MORE);
        stage.results()
                .figure(name(), "of a bare broadcast, without the gateway", 100 * straight / bare, "%", Better.MORE);
    }

    private double perSecond(Stage stage, Audience audience, String room, String what) {
        int messages = Math.max(UNDER_WAY_MAX, FRAMES_A_ROUND / audience.size());
        long frames = (long) messages * (audience.size() - 1);
        long warm = System.nanoTime() + (long) (stage.options().warmSeconds() * SECONDS);
        do {
            audience.broadcast(room, messages, UNDER_WAY_MAX, MESSAGE_MILLIS_MAX);
        } while (System.nanoTime() < warm);
        List<Double> rates = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < stage.options().rounds(); i++) {
            rates.add(frames * SECONDS / audience.broadcast(room, messages, UNDER_WAY_MAX, MESSAGE_MILLIS_MAX));
            millis.add(audience.broadcast(room, 1, 1, MESSAGE_MILLIS_MAX) / 1e6);
        }
        double rate = Numbers.median(rates.stream().mapToDouble(one -> one));
        stage.results().figure(name(), "frames delivered, " + what, rate, "frames/s", Better.MORE);
        stage.results()
                .figure(
                        name(),
                        "one message to all, " + what,
                        Numbers.median(millis.stream().mapToDouble(one -> one)),
                        "ms",
                        Better.LESS);
        return rate;
    }

    private static String room(Stage stage, List<Person> people) {
        try {
            return stage.people().room(people, ADDED_AT_ONCE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
