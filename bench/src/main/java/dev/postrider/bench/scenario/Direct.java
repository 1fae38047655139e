package dev.postrider.bench.scenario;

import dev.postrider.bench.Options;
import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.load.Seat;
import dev.postrider.bench.measure.Ending;
import dev.postrider.bench.measure.Recordings;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.report.Figure.Better;
import dev.postrider.bench.report.RoundRow;
import java.util.List;

/**
 * People in pairs write to each other, at a fixed rate or at rising ones: every message through the gateway, into the log,
 * to its recipient's socket and into the database.
 */
final class Direct implements Scenario {
    private static final int PEOPLE = 256;

    private final Kind kind;

    enum Kind {
        ONE_NODE("direct-one-node", "pairs on one chat node", 1, false, false),
        TWO_NODES("direct-two-nodes", "pairs across two chat nodes, every delivery over a channel", 2, false, false),
        MARKS("direct-marks", "across two nodes, every message marked delivered and read", 2, true, false),
        RAMP_ONE_NODE(
                "ramp-one-node",
                "rising rates on one node until p99 > 200 ms, a loss, or rows 2 s late",
                1,
                false,
                true),
        RAMP_TWO_NODES("ramp-two-nodes", "the same across two nodes", 2, false, true);

        private final String scenario;
        private final String about;
        private final int nodes;
        private final boolean marks;
        private final boolean rising;

        Kind(String scenario, String about, int nodes, boolean marks, boolean rising) {
            this.scenario = scenario;
            this.about = about;
            this.nodes = nodes;
            this.marks = marks;
            this.rising = rising;
        }
    }

    Direct(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return kind.scenario;
    }

    @Override
    public String about() {
        return kind.about;
    }

    @Override
    public String group() {
        return kind == Kind.ONE_NODE ? Beside.GROUP : "";
    }

    @Override
    public int nodes() {
        return kind.nodes;
    }

    @Override
    public void play(Stage stage) {
        List<Person> people = stage.people().signedIn(PEOPLE);
        List<Seat> seats = kind.nodes == 1
                ? Pairing.sameNode(people, person -> 0)
                : Pairing.twoNodes(people, person -> stage.suite().nodeOf(person.id()));
        try (Crowd crowd = Crowd.of(
                        stage.vertx(),
                        Doors.of(stage.suite().gateway(), 1),
                        stage.options().seed());
                Ending ending = new Ending(stage.suite().world())) {
            crowd.gather(seats);
            Volley volley = new Volley(name(), crowd, kind.marks, stage.suite().pids(), ending::await);
            volley.warm(stage.options().rate(), stage.options().warmSeconds());
            stage.results().figure(name(), "sockets", seats.size(), "", Better.NEITHER);
            if (stage.options().profile()) {
                try (Recordings recordings =
                        Recordings.start(stage.suite().pids(), stage.options().out())) {
                    measured(stage, volley, ending);
                }
            } else {
                measured(stage, volley, ending);
            }
            stage.results().figure(name(), "marks refused", crowd.tally().refusals(), "", Better.NEITHER);
        }
    }

    private void measured(Stage stage, Volley volley, Ending ending) {
        if (kind.rising) {
            Ramp.play(name(), stage, volley);
        } else {
            rounds(stage, volley, ending);
        }
    }

    private void rounds(Stage stage, Volley volley, Ending ending) {
        long before = ending.stored();
        Options options = stage.options();
        long accepted = volley.rounds(options.rounds(), options.rate(), options.seconds(), stage.results()).stream()
                .mapToLong(RoundRow::accepted)
                .sum();
        stage.results()
                .figure(name(), "accepted without row", accepted - (ending.stored() - before), "messages", Better.LESS);
    }
}
