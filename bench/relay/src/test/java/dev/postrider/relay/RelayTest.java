package dev.postrider.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final String ANN = "01J9ZZZZZZZZZZZZZZZZZZZZZA";
    private static final String BEN = "01J9ZZZZZZZZZZZZZZZZZZZZZB";

    private final List<String> written = new ArrayList<>();
    private final Relay<String> relay = new Relay<>((socket, text) -> written.add(socket + " " + text));

    @Test
    void theOtherOneHearsItAndTheSenderIsAnswered() {
        relay.opened(ANN, "ann");
        relay.opened(BEN, "ben");
        written.clear();

        relay.heard(
                ANN,
                "ann",
                "{\"type\":\"send\",\"id\":\"x\",\"conversation\":\"dm:%s:%s\",\"body\":\"hello\"}"
                        .formatted(ANN, BEN));

        assertEquals(2, written.size());
        assertTrue(written.getFirst().startsWith("ben {\"type\":\"message\""), written.getFirst());
        assertTrue(written.getFirst().contains("\"body\":\"hello\""), written.getFirst());
        assertTrue(written.getLast().startsWith("ann {\"type\":\"accepted\",\"id\":\"x\""), written.getLast());
    }

    @Test
    void nobodyHearsOfAMessageBeforeItHasItsPlace() {
        List<LongConsumer> waiting = new ArrayList<>();
        Relay<String> durable = new Relay<>(
                (socket, text) -> written.add(socket + " " + text),
                (conversation, record, placed) -> waiting.add(placed));
        durable.opened(ANN, "ann");
        written.clear();
        durable.heard(
                ANN,
                "ann",
                "{\"type\":\"send\",\"id\":\"x\",\"conversation\":\"dm:%s:%s\",\"body\":\"hello\"}"
                        .formatted(ANN, BEN));
        assertEquals(List.of(), written);

        waiting.getFirst().accept(7);

        assertTrue(written.getLast().contains("\"position\":7"), written.getLast());
    }

    @Test
    void aRoomIsEverybodyButTheSender() {
        relay.opened(ANN, "ann");
        relay.opened(BEN, "ben");
        relay.opened(BEN, "ben's other one");
        written.clear();

        relay.heard(
                ANN,
                "ann",
                "{\"type\":\"send\",\"id\":\"x\",\"conversation\":\"room:%s\",\"body\":\"hello\"}".formatted(ANN));

        assertEquals(3, written.size());
        assertEquals(2, written.stream().filter(one -> one.startsWith("ben")).count());
        assertTrue(written.getLast().startsWith("ann {\"type\":\"accepted\""), written.getLast());
    }

    @Test
    void aPingIsPassedOver() {
        relay.opened(ANN, "ann");
        written.clear();

        relay.heard(ANN, "ann", "{\"type\":\"ping\",\"nonce\":\"1\"}");

        assertEquals(List.of(), written);
    }

    @Test
    void aTokenNamesItsUser() {
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{\"sub\":\"" + ANN + "\"}").getBytes(StandardCharsets.UTF_8));
        assertEquals(ANN, Relay.user("Bearer x." + payload + ".y"));
    }
}
