package dev.postrider.bench.scenario;

import dev.postrider.bench.load.Seat;
import dev.postrider.bench.people.Person;
import dev.postrider.contracts.rule.ConversationId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Who writes to whom: everybody with one other, whose socket the gateway lays on the same node, or on another one. */
final class Pairing {
    private Pairing() {}

    /** The seats of all who found a partner, partners one after the other. */
    static List<Seat> sameNode(List<Person> people, ToIntFunction<Person> nodeOf) {
        Map<Integer, Person> waiting = new HashMap<>();
        List<Seat> seats = new ArrayList<>();
        for (Person one : people) {
            Person other = waiting.remove(nodeOf.applyAsInt(one));
            if (other == null) {
                waiting.put(nodeOf.applyAsInt(one), one);
            } else {
                pair(one, other, seats);
            }
        }
        return seats;
    }

    /** The same, with nodes that differ. */
    static List<Seat> twoNodes(List<Person> people, ToIntFunction<Person> nodeOf) {
        Deque<Person> waiting = new ArrayDeque<>();
        List<Seat> seats = new ArrayList<>();
        for (Person one : people) {
            if (waiting.isEmpty() || nodeOf.applyAsInt(waiting.peek()) == nodeOf.applyAsInt(one)) {
                waiting.add(one);
            } else {
                pair(one, waiting.remove(), seats);
            }
        }
        return seats;
    }

    private static void pair(Person one, Person other, List<Seat> seats) {
        List<String> conversation =
                List.of(ConversationId.direct(one.id(), other.id()).text());
        seats.add(new Seat(one, conversation));
        seats.add(new Seat(other, conversation));
    }
}
