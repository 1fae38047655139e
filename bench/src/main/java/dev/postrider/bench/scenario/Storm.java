package dev.postrider.bench.scenario;

import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.load.Seat;
import dev.postrider.bench.measure.Usage;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.report.Figure.Better;
import java.util.ArrayList;
import java.util.List;

/**
 * Thousands of sockets end at once, and all of them come back as the project's own client does: first because the network
 * is gone for a moment, then because a chat node is killed. How long until the last one has caught up.
 */
final class Storm implements Scenario {
    /** More than sit: only who finds a partner on the other node does. */
    private static final int PEOPLE = 400;

    private static final int SOCKETS = 5_000;
    private static final int DEVICES = 20;
    /** A port is free again a minute after its socket: with one address the driver's own search for one took the time. */
    private static final int SOURCES = 8;

    private static final long SETTLE_MILLIS_MAX = 120_000;
    private static final String VICTIM = "chat-service-1";

    @Override
    public String name() {
        return "storm";
    }

    @Override
    public String about() {
        return "%,d sockets cut at once, then a chat node killed: until the last one has caught up".formatted(SOCKETS);
    }

    @Override
    public int nodes() {
        return 2;
    }

    @Override
    public void play(Stage stage) {
        List<Person> people = stage.people().signedIn(PEOPLE);
        List<Seat> pairs = Pairing.twoNodes(people, person -> stage.suite().nodeOf(person.id()));
        List<Seat> all = new ArrayList<>();
        for (int device = 0; device < DEVICES; device++) {
            for (Seat seat : pairs) {
                all.add(device == 0 ? seat : new Seat(seat.person(), List.of()));
            }
        }
        List<Seat> seats = all.subList(0, Math.min(SOCKETS, all.size()));
        try (Crowd crowd = Crowd.of(
                stage.vertx(),
                Doors.of(stage.suite().gateway(), SOURCES),
                stage.options().seed())) {
            crowd.keepUp();
            crowd.gather(seats);
            told(stage, crowd, "first look", crowd.awaitServed(seats.size(), SETTLE_MILLIS_MAX));
            crowd.fly(200, stage.options().warmSeconds(), false);
            stage.results().figure(name(), "sockets", seats.size(), "", Better.NEITHER);
            for (int round = 1; round <= stage.options().rounds(); round++) {
                Usage before = Usage.now(stage.suite().pids());
                crowd.cut();
                told(stage, crowd, "cut " + round, crowd.awaitServed(seats.size(), SETTLE_MILLIS_MAX));
                String processor = "cut " + round + ", processor, ";
                Usage.now(stage.suite().pids())
                        .since(before)
                        .forEach((part, nanos) -> stage.results()
                                .figure(
                                        name(),
                                        processor + part,
                                        nanos / 1e3 / seats.size(),
                                        "µs/socket",
                                        Better.LESS));
            }
            int onVictim = (int) seats.stream()
                    .filter(seat -> stage.suite().nodeOf(seat.person().id()) == 0)
                    .count();
            crowd.tally().takeServed();
            stage.suite().kill(VICTIM);
            told(stage, crowd, "node killed", crowd.awaitServed(onVictim, SETTLE_MILLIS_MAX));
            stage.results()
                    .figure(
                            name(),
                            "catch-ups asked again, history behind",
                            crowd.tally().behinds(),
                            "",
                            Better.LESS);
            Setbacks.told(name(), crowd.tally(), stage.results());
        }
    }

    private void told(Stage stage, Crowd crowd, String what, List<Double> away) {
        List<Double> sorted = away.stream().sorted().toList();
        stage.results()
                .figure(
                        name(),
                        what + ", not back",
                        crowd.size() - crowd.tally().caughtUp(),
                        "sockets",
                        Better.LESS);
        stage.results()
                .figure(name(), what + ", mean answer", crowd.tally().takeMeanAnswer() / 1e3, "kB", Better.NEITHER);
        crowd.tally()
                .takeEndsByCode()
                .forEach((code, count) -> stage.results()
                        .figure(name(), what + ", ended with " + code, count, "sockets", Better.NEITHER));
        if (!sorted.isEmpty()) {
            stage.results()
                    .figure(name(), what + ", half back after", sorted.get(sorted.size() / 2), "ms", Better.LESS);
            stage.results().figure(name(), what + ", all back after", sorted.getLast(), "ms", Better.LESS);
        }
    }
}
