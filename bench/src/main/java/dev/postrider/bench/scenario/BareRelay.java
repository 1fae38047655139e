package dev.postrider.bench.scenario;

import dev.postrider.bench.limit.RelayProcess;
import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.report.Figure.Better;
import java.util.List;
import java.util.Map;

/** The same pairs and frames over a relay that promises nothing: the least a chat node could cost. */
final class BareRelay implements Scenario {
    private static final int PEOPLE = 256;

    private final RelayProcess.Base base;

    BareRelay(RelayProcess.Base base) {
        this.base = base;
    }

    @Override
    public String name() {
        return base == RelayProcess.Base.VERTX ? "bare-vertx" : "bare-websockets-next";
    }

    @Override
    public String about() {
        return "the same pairs over a relay on %s that parses, forwards, answers and promises nothing"
                .formatted(base == RelayProcess.Base.VERTX ? "Vert.x" : "websockets-next");
    }

    @Override
    public int nodes() {
        return 1;
    }

    @Override
    public void play(Stage stage) {
        List<Person> people = stage.people().signedIn(PEOPLE);
        try (RelayProcess relay = RelayProcess.start(base);
                Crowd crowd = Crowd.of(
                        stage.vertx(),
                        Doors.of(relay.address(), 1),
                        stage.options().seed())) {
            crowd.gather(Pairing.sameNode(people, person -> 0));
            Volley volley = new Volley(name(), crowd, false, Map.of("relay", relay.pid()), () -> 0);
            volley.warm(stage.options().rate(), stage.options().warmSeconds());
            stage.results().figure(name(), "sockets", crowd.size(), "", Better.NEITHER);
            volley.rounds(
                    stage.options().rounds(),
                    stage.options().rate(),
                    stage.options().seconds(),
                    stage.results());
        }
    }
}
