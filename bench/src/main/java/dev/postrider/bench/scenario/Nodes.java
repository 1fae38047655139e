package dev.postrider.bench.scenario;

import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.load.Seat;
import dev.postrider.bench.measure.Ending;
import dev.postrider.bench.measure.Usage;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.report.Figure.Better;
import dev.postrider.bench.report.RoundRow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * The same pairs at the same rate on more and more chat nodes. What the nodes use while nobody says a word is measured apart:
 * a message costs (what they use while people talk − what they use then) / messages.
 */
final class Nodes implements Scenario {
    private static final int PEOPLE = 256;
    private static final double NANOS = 1e9;
    private static final double MICROS = 1e6;
    private static final double MILLIS = 1e6;
    /** Of the processors' time; what is left is the machine's. */
    private static final double FULL = 0.85;

    private static final double QUIET = 0.9;
    private static final int QUIET_TRIES = 12;
    /** Each ends, with its sockets, before the access tokens of its people do. */
    private static final int SITTINGS_MAX = 4;

    private final int nodes;

    Nodes(int nodes) {
        this.nodes = nodes;
    }

    @Override
    public String name() {
        return "nodes-" + nodes;
    }

    @Override
    public String about() {
        return "pairs across %d chat nodes: what they use while people talk, and while nobody does".formatted(nodes);
    }

    @Override
    public int nodes() {
        return nodes;
    }

    @Override
    public void play(Stage stage) {
        double rate = stage.options().rate();
        boolean warm = false;
        for (int sitting = 1; sitting < SITTINGS_MAX && !warm; sitting++) {
            warm = sit(
                    stage,
                    volley -> volley.warm(rate, stage.options().warmSeconds())
                            && !full(volley.round(rate, stage.options().seconds())));
        }
        stage.results().figure(name(), "warmed up (1) or given up (0)", warm ? 1 : 0, "", Better.NEITHER);
        sit(stage, volley -> {
            volley.warm(rate, stage.options().seconds());
            List<RoundRow> rows = volley.rounds(
                    stage.options().rounds(), rate, stage.options().seconds(), stage.results());
            told(stage, idle(stage, stage.suite().pids()), rows);
            return true;
        });
    }

    /** Where every processor is busy, rounds are alike and nothing is compiled for all that. */
    private static boolean full(RoundRow row) {
        double busy = row.processorOfAll() * row.perSecond() / MICROS;
        return busy > FULL * Runtime.getRuntime().availableProcessors();
    }

    /** People sign in, sit down in pairs, do something, and leave. */
    private boolean sit(Stage stage, Predicate<Volley> doing) {
        List<Person> people = stage.people().signedIn(PEOPLE);
        List<Seat> seats = Pairing.twoNodes(people, person -> stage.suite().nodeOf(person.id()));
        try (Crowd crowd = Crowd.of(
                        stage.vertx(),
                        Doors.of(stage.suite().gateway(), 1),
                        stage.options().seed());
                Ending ending = new Ending(stage.suite().world())) {
            crowd.gather(seats);
            return doing.test(new Volley(name(), crowd, false, stage.suite().pids(), ending::await));
        }
    }

    /**
     * Processor time of all chat nodes in a second without messages, in milliseconds: once they have nothing left to
     * compile, for what is compiled while nobody talks would count as what silence costs.
     */
    private static double idle(Stage stage, Map<String, Long> pids) {
        double before = Double.MAX_VALUE;
        double now = used(stage.options().seconds(), pids);
        for (int i = 0; i < QUIET_TRIES && now < QUIET * before; i++) {
            before = now;
            now = used(stage.options().seconds(), pids);
        }
        return Math.min(before, now);
    }

    private static double used(long seconds, Map<String, Long> pids) {
        Usage before = Usage.now(pids);
        long began = System.nanoTime();
        for (long left = 1; left > 0; left = began + seconds * (long) NANOS - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        double passed = (System.nanoTime() - began) / NANOS;
        return chat(Usage.now(pids).since(before)) / MILLIS / passed;
    }

    private static double chat(Map<String, ? extends Number> byPart) {
        return byPart.entrySet().stream()
                .filter(part -> part.getKey().startsWith("chat-service"))
                .mapToDouble(part -> part.getValue().doubleValue())
                .sum();
    }

    /** A round's processor time counts until its last row stands, so idle time is taken off for that long as well. */
    private void told(Stage stage, double idle, List<RoundRow> rows) {
        double wanted = stage.options().rate() * stage.options().seconds();
        for (RoundRow row : rows) {
            if (row.sent() < wanted / 2) {
                throw new IllegalStateException(
                        "%d of %.0f messages were sent: sockets end with their access tokens, take shorter rounds"
                                .formatted(row.sent(), wanted));
            }
        }
        double[] busy =
                rows.stream().mapToDouble(row -> chat(row.processor())).sorted().toArray();
        double[] net = rows.stream()
                .mapToDouble(row -> chat(row.processor())
                        - idle * 1_000 * (stage.options().seconds() + row.rowsLateMillis() / 1e3) / row.accepted())
                .sorted()
                .toArray();
        int middle = rows.size() / 2;
        stage.results().figure(name(), "chat nodes, idle", idle, "ms/s", Better.LESS);
        stage.results().figure(name(), "chat nodes, busy", busy[middle], "µs/message", Better.LESS);
        stage.results().figure(name(), "chat nodes, busy less idle", net[middle], "µs/message", Better.LESS);
    }
}
