package dev.postrider.bench.scenario;

import dev.postrider.bench.abuse.Attack;
import dev.postrider.bench.abuse.Flood;
import dev.postrider.bench.abuse.SignIns;
import dev.postrider.bench.abuse.SlowReaders;
import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.load.Seat;
import dev.postrider.bench.measure.Ending;
import dev.postrider.bench.measure.Memory;
import dev.postrider.bench.measure.Peak;
import dev.postrider.bench.measure.Samples;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.report.Figure.Better;
import dev.postrider.bench.report.RoundRow;
import dev.postrider.contracts.rule.ConversationId;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * While people in pairs talk, others do harm: what the pairs notice, what the processes' memory does, how those are answered.
 * With the limits of the local stack, but for sign-ins of an address: those who sign in would come from many, and hash all the
 * time.
 */
final class Bounded implements Scenario {
    private static final int PAIRED = 120;
    private static final int READERS = 5;
    private static final int DEVICES = 10;
    private static final int WRITERS_EACH = 3;
    private static final double LONG_MESSAGES = 80;
    private static final double FLOOD = 50_000;
    private static final int SIGN_INS = 200;
    /** An attack lasts as long as its rounds and what they take to land. */
    private static final double SPARE_SECONDS = 3;

    private static final double MIB = 1024 * 1024;
    private static final Set<String> NOT_JAVA = Set.of("mariadb", "redis");

    @Override
    public String name() {
        return "bounded";
    }

    @Override
    public String about() {
        return "pairs talk while %d clients stop reading, one sends %,.0f frames a second, %d sign in at once"
                .formatted(READERS * DEVICES, FLOOD, SIGN_INS);
    }

    @Override
    public int nodes() {
        return 2;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "chat.sends.per-second", "10",
                "chat.sends.burst", "50",
                "gateway.limits.sign-ins-per-address", "100000",
                "auth.limits.sign-ins-per-address-minute", "100000");
    }

    @Override
    public void play(Stage stage) {
        List<Person> people = stage.people().signedIn(PAIRED + READERS * (1 + WRITERS_EACH) + 2);
        List<Seat> seats = Pairing.twoNodes(
                people.subList(0, PAIRED), person -> stage.suite().nodeOf(person.id()));
        List<Person> others = people.subList(PAIRED, people.size());
        Vertx apart = Vertx.vertx();
        try (Crowd crowd = Crowd.of(
                        stage.vertx(),
                        Doors.of(stage.suite().gateway(), 1),
                        stage.options().seed());
                Ending ending = new Ending(stage.suite().world())) {
            crowd.gather(seats);
            Watched watched = new Watched(stage, crowd, ending);
            watched.volley("warm").warm(stage.options().rate(), stage.options().warmSeconds());
            watched.memory("before all");
            watched.during(() -> readers(stage, apart, others, false));
            watched.during(() -> readers(stage, apart, others, true));
            watched.during(() -> flood(stage, apart, others));
            watched.warm(signIns(stage, apart));
            watched.during(() -> signIns(stage, apart));
        } finally {
            apart.close();
        }
    }

    private static Attack signIns(Stage stage, Vertx apart) {
        return new SignIns(apart, stage.suite().gateway(), stage.people().signInBodies(PAIRED), SIGN_INS);
    }

    private static Attack readers(Stage stage, Vertx apart, List<Person> others, boolean stop) {
        Doors doors = Doors.of(stage.suite().gateway(), 1);
        List<Seat> writers = new ArrayList<>();
        List<Person> devices = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            Person to = others.get(reader);
            for (int one = 0; one < WRITERS_EACH; one++) {
                writers.add(seat(others.get(READERS + reader * WRITERS_EACH + one), to));
            }
            for (int device = 0; device < DEVICES; device++) {
                devices.add(to);
            }
        }
        SlowReaders readers = new SlowReaders(
                apart,
                doors,
                new SlowReaders.Traffic(writers, LONG_MESSAGES, stage.options().seed()),
                stop,
                () -> Samples.sum(stage.suite().chatManagement(), "postrider_chat_closes_total", "code=\"4008\""));
        readers.gather(doors, devices);
        return readers;
    }

    private static Attack flood(Stage stage, Vertx apart, List<Person> others) {
        Seat attacker = seat(others.getLast(), others.get(others.size() - 2));
        return new Flood(
                apart,
                Doors.of(stage.suite().gateway(), 1),
                attacker.person(),
                attacker.conversations().getFirst(),
                FLOOD);
    }

    private static Seat seat(Person from, Person to) {
        return new Seat(from, List.of(ConversationId.direct(from.id(), to.id()).text()));
    }

    /** The pairs, watched without harm and during it. */
    private final class Watched {
        private final Stage stage;
        private final Crowd crowd;
        private final Ending ending;
        private final Map<String, Long> pids;

        Watched(Stage stage, Crowd crowd, Ending ending) {
            this.stage = stage;
            this.crowd = crowd;
            this.ending = ending;
            this.pids = stage.suite().pids();
        }

        Volley volley(String phase) {
            return new Volley(name() + "-" + phase, crowd, false, pids, ending::await);
        }

        /** Nobody has signed in yet: what a service does for the first time is compiled first, on the same processors. */
        void warm(Attack attack) {
            try (attack) {
                attack.begin(stage.options().warmSeconds());
                volley("warm").round(stage.options().rate(), stage.options().warmSeconds());
                attack.end();
            }
        }

        void during(Supplier<Attack> kind) {
            try (Attack attack = kind.get()) {
                String word = attack.name().replace(",", "").replace(' ', '-');
                int rounds = stage.options().rounds();
                int seconds = stage.options().seconds();
                Volley calm = volley("before-" + word);
                calm.round(stage.options().rate(), seconds);
                double before = p99(calm.rounds(rounds, stage.options().rate(), seconds, stage.results()));
                try (Peak peak = Peak.watch(pids)) {
                    attack.begin(rounds * (seconds + SPARE_SECONDS));
                    double during = p99(volley("while-" + word)
                            .rounds(rounds, stage.options().rate(), seconds, stage.results()));
                    Map<String, Long> outcomes = attack.end();
                    figure(attack.name() + ", delivered p99, of that before", during / before, "×", Better.LESS);
                    outcomes.forEach((what, count) -> figure(attack.name() + ", " + what, count, "", Better.NEITHER));
                    new TreeMap<>(peak.bytes())
                            .forEach((part, bytes) -> figure(
                                    attack.name() + ", memory at most, " + part, bytes / MIB, "MiB", Better.LESS));
                }
                memory("after " + attack.name());
            }
        }

        /** After full collections where there is something to collect. */
        void memory(String when) {
            Map<String, Long> bytes = new TreeMap<>();
            pids.entrySet().parallelStream().forEach(part -> {
                long now = NOT_JAVA.contains(part.getKey())
                        ? Memory.now(part.getValue())
                        : Memory.afterCollection(part.getValue());
                synchronized (bytes) {
                    bytes.put(part.getKey(), now);
                }
            });
            bytes.put("system, TCP", Memory.ofTcp());
            bytes.forEach((part, now) -> figure(when + ", memory, " + part, now / MIB, "MiB", Better.LESS));
        }

        private void figure(String what, double value, String unit, Better better) {
            stage.results().figure(name(), what, value, unit, better);
        }

        private static double p99(List<RoundRow> rows) {
            return rows.stream()
                    .mapToDouble(row -> row.delivery().p99())
                    .sorted()
                    .skip(rows.size() / 2)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
