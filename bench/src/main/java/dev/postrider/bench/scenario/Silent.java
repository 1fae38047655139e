package dev.postrider.bench.scenario;

import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.load.Seat;
import dev.postrider.bench.people.Person;
import java.util.ArrayList;
import java.util.List;

/** What the scenarios of sockets that say nothing have in common. */
final class Silent {
    /** A bare relay gets a chat node's heap. */
    static final List<String> AS_A_NODE = List.of("-Xmx2g", "-Xms32m", "-XX:+UseSerialGC");

    private static final int FIRST = 1_000;
    private static final double KIB = 1024;

    private Silent() {}

    /** Opens and closes a thousand, so that what is loaded and made once does not count as the first socket's. */
    static void first(Stage stage, Doors doors, List<Person> people) {
        try (Crowd first = Crowd.of(stage.vertx(), doors, stage.options().seed())) {
            first.gather(seats(people, FIRST));
        }
    }

    /** That many sockets, of the people in turn. */
    static List<Seat> seats(List<Person> people, int count) {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            seats.add(new Seat(people.get(i % people.size()), List.of()));
        }
        return seats;
    }

    /** @return KiB a socket, of bytes */
    static double each(long before, long with, int sockets) {
        return (with - before) / KIB / sockets;
    }
}
