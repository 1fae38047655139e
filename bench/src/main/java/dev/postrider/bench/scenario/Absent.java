package dev.postrider.bench.scenario;

import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.load.Flight;
import dev.postrider.bench.load.Seat;
import dev.postrider.bench.measure.Ending;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.report.Figure.Better;
import java.util.ArrayList;
import java.util.List;

/** A thousand devices come back at once to what an hour has brought: until the last one has caught up. */
final class Absent implements Scenario {
    private static final int PEOPLE = 250;
    private static final int DEVICES = 5;
    private static final int CLIENTS = 1_000;
    /** Of each conversation, in the hour. */
    private static final int MESSAGES = 100;

    private static final long SETTLE_MILLIS_MAX = 120_000;

    @Override
    public String name() {
        return "absent";
    }

    @Override
    public String about() {
        return "%,d devices come back at once after an hour with %d messages in each conversation"
                .formatted(CLIENTS, MESSAGES);
    }

    @Override
    public int nodes() {
        return 2;
    }

    @Override
    public void play(Stage stage) {
        List<Person> people = stage.people().signedIn(PEOPLE);
        List<Seat> writers = Pairing.twoNodes(people, person -> stage.suite().nodeOf(person.id()));
        List<Seat> absent = new ArrayList<>();
        for (int device = 0; device < DEVICES; device++) {
            writers.forEach(seat -> absent.add(new Seat(seat.person(), List.of())));
        }
        List<Seat> thousand = absent.subList(0, Math.min(CLIENTS, absent.size()));
        Doors doors = Doors.of(stage.suite().gateway(), 1);
        try (Crowd away = Crowd.of(stage.vertx(), doors, stage.options().seed());
                Crowd here = Crowd.of(stage.vertx(), doors, stage.options().seed() + 1);
                Ending ending = new Ending(stage.suite().world())) {
            away.keepUp();
            away.gather(thousand);
            away.awaitServed(thousand.size(), SETTLE_MILLIS_MAX);
            away.cut();
            away.awaitServed(thousand.size(), SETTLE_MILLIS_MAX);
            here.gather(writers);
            for (int round = 1; round <= stage.options().rounds(); round++) {
                away.rest();
                double messages = writers.size() / 2.0 * MESSAGES;
                Flight flight = here.fly(
                        stage.options().rate(), messages / stage.options().rate(), false);
                if (ending.await() < 0) {
                    throw new IllegalStateException("history did not read to the end");
                }
                away.comeBack();
                List<Double> back = away.awaitServed(thousand.size(), SETTLE_MILLIS_MAX).stream()
                        .sorted()
                        .toList();
                String what = "return " + round;
                stage.results()
                        .figure(name(), what + ", missed meanwhile", flight.accepted(), "messages", Better.NEITHER);
                stage.results()
                        .figure(name(), what + ", not back", thousand.size() - back.size(), "devices", Better.LESS);
                if (!back.isEmpty()) {
                    stage.results()
                            .figure(name(), what + ", half back after", back.get(back.size() / 2), "ms", Better.LESS);
                    stage.results().figure(name(), what + ", all back after", back.getLast(), "ms", Better.LESS);
                }
            }
            Setbacks.told(name(), away.tally(), stage.results());
        }
    }
}
