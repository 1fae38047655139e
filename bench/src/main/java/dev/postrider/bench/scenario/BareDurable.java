package dev.postrider.bench.scenario;

import dev.postrider.bench.limit.BareSuite;
import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.report.Figure.Better;
import java.util.List;

/** The same pairs over the least that makes a message durable with a row: what ours costs above it are its other promises. */
final class BareDurable implements Scenario {
    private static final int PEOPLE = 256;

    private final boolean rising;

    BareDurable(boolean rising) {
        this.rising = rising;
    }

    @Override
    public String name() {
        return rising ? "ramp-bare-durable" : "bare-durable";
    }

    @Override
    public String about() {
        return "a relay that appends to Kafka before it answers, and a reader that makes rows of it"
                + (rising ? ": rising rates" : "");
    }

    @Override
    public int nodes() {
        return 1;
    }

    @Override
    public void play(Stage stage) {
        List<Person> people = stage.people().signedIn(PEOPLE);
        try (BareSuite bare = BareSuite.start(stage.suite().world());
                Crowd crowd = Crowd.of(
                        stage.vertx(),
                        Doors.of(bare.address(), 1),
                        stage.options().seed())) {
            crowd.gather(Pairing.sameNode(people, person -> 0));
            Volley volley =
                    new Volley(name(), crowd, false, bare.pids(stage.suite().pids()), bare::settled);
            volley.warm(stage.options().rate(), stage.options().warmSeconds());
            stage.results().figure(name(), "sockets", crowd.size(), "", Better.NEITHER);
            if (rising) {
                Ramp.play(name(), stage, volley);
            } else {
                volley.rounds(
                        stage.options().rounds(),
                        stage.options().rate(),
                        stage.options().seconds(),
                        stage.results());
            }
        }
    }
}
