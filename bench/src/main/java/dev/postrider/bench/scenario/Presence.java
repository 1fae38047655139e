package dev.postrider.bench.scenario;

import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.load.Flight;
import dev.postrider.bench.load.Seat;
import dev.postrider.bench.load.Watchers;
import dev.postrider.bench.measure.Latencies;
import dev.postrider.bench.measure.RedisCalls;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.report.Figure.Better;
import dev.postrider.bench.report.RoundRow;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;

/**
 * Three thousand people are cut off and come back at once, while others talk in pairs and some watch them: how often each
 * watcher is told, how often Redis is asked, and what those who talk notice. As often as there are rounds, for what a cut
 * needs is compiled by the first; the last round is of people who were away for long enough to be told as gone. Passwords are hashed cheaply, for it takes an hour to make so many people else; nobody
 * signs in while it is measured.
 */
final class Presence implements Scenario {
    private static final int RETURNERS = 3_000;
    /** Addresses they come from: from one, a cut later, the system searches for each free port, at the cost of the suite. */
    private static final int RETURN_FROM = 8;

    private static final int PAIRED = 120;
    private static final int WATCHERS = 50;
    private static final int WATCHED = 500;
    private static final double SECONDS = 20;
    private static final long SETTLE_MILLIS_MAX = 60_000;
    private static final String OFFLINE_AFTER = "PT1S";

    @Override
    public String name() {
        return "presence";
    }

    @Override
    public String about() {
        return "%,d people come back at once while %d watch %d of them each and pairs talk"
                .formatted(RETURNERS, WATCHERS, WATCHED);
    }

    @Override
    public int nodes() {
        return 2;
    }

    @Override
    public boolean apart() {
        return true;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "chat.presence.offline-after", OFFLINE_AFTER,
                "auth.passwords.memory-kib", "64",
                "auth.passwords.passes", "1",
                "gateway.limits.sign-ins-per-address", "100000",
                "auth.limits.sign-ins-per-address-minute", "100000");
    }

    @Override
    public void play(Stage stage) {
        List<Person> people = stage.people().signedIn(PAIRED + WATCHERS + RETURNERS);
        List<Seat> pairs = Pairing.twoNodes(
                people.subList(0, PAIRED), person -> stage.suite().nodeOf(person.id()));
        List<Person> watching = people.subList(PAIRED, PAIRED + WATCHERS);
        List<Person> returning = people.subList(PAIRED + WATCHERS, people.size());
        Doors doors = Doors.of(stage.suite().gateway(), 1);
        Doors many = Doors.of(stage.suite().gateway(), RETURN_FROM);
        Vertx apart = Vertx.vertx();
        try (Crowd talkers = Crowd.of(stage.vertx(), doors, stage.options().seed());
                Crowd returners = Crowd.of(apart, many, stage.options().seed());
                Watchers watchers = new Watchers(apart)) {
            talkers.gather(pairs);
            returners.keepUp();
            returners.gather(
                    returning.stream().map(one -> new Seat(one, List.of())).toList());
            returners.awaitServed(RETURNERS, SETTLE_MILLIS_MAX);
            for (int i = 0; i < WATCHERS; i++) {
                int from = i * (RETURNERS - WATCHED) / WATCHERS;
                watchers.gather(
                        doors,
                        watching.get(i),
                        returning.subList(from, from + WATCHED).stream()
                                .map(Person::id)
                                .toList());
            }
            talkers.fly(stage.options().rate(), stage.options().warmSeconds(), false);
            calm(stage, talkers);
            for (int cut = 1; cut <= stage.options().rounds(); cut++) {
                during(stage, talkers, returners, watchers, "cut " + cut, returners::cut);
            }
            returners.rest();
            talkers.fly(stage.options().rate(), SECONDS / 2, false);
            during(stage, talkers, returners, watchers, "gone and back", returners::comeBack);
            stage.results()
                    .figure(name(), "closest two frames to one watcher", watchers.closestMillis(), "ms", Better.MORE);
        } finally {
            apart.close();
        }
    }

    private void calm(Stage stage, Crowd talkers) {
        told(stage, "calm", talkers.fly(stage.options().rate(), SECONDS, false));
    }

    private void during(
            Stage stage, Crowd talkers, Crowd returners, Watchers watchers, String what, Runnable comeBack) {
        String redis = stage.suite().world().redisUrl();
        Map<String, Long> idleFrom = RedisCalls.now(redis);
        talkers.fly(stage.options().rate(), SECONDS, false);
        Map<String, Long> before = RedisCalls.now(redis);
        long told = watchers.told();
        long until = System.nanoTime() + (long) (SECONDS * 1e9);
        Flight flight = talkers.begin(stage.options().rate(), SECONDS, false);
        comeBack.run();
        long began = System.nanoTime();
        List<Double> away = returners.awaitServed(RETURNERS, (long) SECONDS * 1_000);
        long back = System.nanoTime();
        talkers.awaitAccepted(flight, Long.MAX_VALUE, Math.max(0, (until - System.nanoTime()) / 1_000_000));
        talkers.land(flight, SETTLE_MILLIS_MAX);
        Map<String, Long> after = RedisCalls.now(redis);
        long calls = sum(RedisCalls.since(before, after)) - sum(RedisCalls.since(idleFrom, before));
        stage.results().figure(name(), what + ", back", away.size(), "people", Better.MORE);
        stage.results()
                .figure(
                        name(),
                        what + ", calls to Redis beyond those of the messages",
                        (double) calls / RETURNERS,
                        "a person",
                        Better.LESS);
        stage.results()
                .figure(
                        name(),
                        what + ", presence frames",
                        (double) (watchers.told() - told) / WATCHERS,
                        "a watcher",
                        Better.LESS);
        stage.results().figure(name(), what + ", all are back after", (back - began) / 1e9, "s", Better.LESS);
        RoundRow.Latency meanwhile = Latencies.of(flight.deliveriesBefore(back));
        stage.results().figure(name(), what + ", delivered p99 until then", meanwhile.p99(), "ms", Better.LESS);
        told(stage, what, flight);
    }

    private void told(Stage stage, String what, Flight flight) {
        RoundRow.Latency delivered = Latencies.of(flight.deliveries());
        stage.results().figure(name(), what + ", delivered p50", delivered.p50(), "ms", Better.LESS);
        stage.results().figure(name(), what + ", delivered p99", delivered.p99(), "ms", Better.LESS);
        stage.results().figure(name(), what + ", lost", flight.lost(), "messages", Better.LESS);
    }

    private static long sum(Map<String, Long> calls) {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }
}
