package dev.postrider.bench.fill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.postrider.bench.people.Person;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChatTest {
    private static final List<Person> PEOPLE = IntStream.range(0, 10)
            .mapToObj(number -> new Person("01J9ZZZZZZZZZZZZZZZZZZZZ%02d".formatted(number), "rider" + number, ""))
            .toList();

    @Test
    void pairsAreDrawnOnceEachFromTheSeedAndStandInTheOrderOfTheirIds() {
        List<String> drawn = ids(7);

        assertEquals(20, new HashSet<>(drawn).size());
        assertEquals(drawn.stream().sorted().toList(), drawn);
        assertEquals(drawn, ids(7));
        assertNotEquals(drawn, ids(8));
    }

    private static List<String> ids(long seed) {
        return Chat.among(PEOPLE, 20, seed).stream().map(Chat::id).toList();
    }
}
