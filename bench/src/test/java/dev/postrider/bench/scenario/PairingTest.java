package dev.postrider.bench.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.postrider.bench.load.Seat;
import dev.postrider.bench.people.Person;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairingTest {
    private static final List<Person> PEOPLE = IntStream.range(0, 26)
            .mapToObj(
                    number -> new Person("01J9ZZZZZZZZZZZZZZZZZZZZ" + letter(number) + "Z", "rider" + number, "token"))
            .toList();

    @Test
    void partnersSitOnOneNodeOrOnTwo() {
        List<Seat> same = Pairing.sameNode(PEOPLE, PairingTest::node);
        List<Seat> apart = Pairing.twoNodes(PEOPLE, PairingTest::node);

        for (int i = 0; i < same.size(); i += 2) {
            assertEquals(node(same.get(i).person()), node(same.get(i + 1).person()));
            assertEquals(same.get(i).conversations(), same.get(i + 1).conversations());
        }
        assertEquals(onNode(0) / 2 * 2 + onNode(1) / 2 * 2, same.size());
        for (int i = 0; i < apart.size(); i += 2) {
            assertNotEquals(node(apart.get(i).person()), node(apart.get(i + 1).person()));
        }
        assertEquals(2 * Math.min(onNode(0), onNode(1)), apart.size(), "everybody of the smaller node has a partner");
    }

    private static char letter(int number) {
        return "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(number);
    }

    private static int node(Person person) {
        return person.id().charAt(24) % 2;
    }

    private static int onNode(int node) {
        return (int) PEOPLE.stream().filter(person -> node(person) == node).count();
    }
}
