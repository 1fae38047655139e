package dev.postrider.bench.load;

import dev.postrider.bench.people.Person;
import java.util.List;

/**
 * A socket to be: whose, and where that person writes.
 *
 * @param conversations ids; empty for one who only listens
 */
public record Seat(Person person, List<String> conversations) {
    public Seat {
        conversations = List.copyOf(conversations);
    }
}
