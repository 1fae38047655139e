package dev.postrider.history.ingest;

import static dev.postrider.history.support.Api.page;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.Event;
import dev.postrider.history.support.DeadTopic;
import dev.postrider.history.support.LogPen;
import dev.postrider.history.support.Tables;
import dev.postrider.history.support.Talk;
import dev.postrider.testkit.server.EmbeddedMariaDb;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IngestTest {
    private static final Duration HEALING_MAX = Duration.ofSeconds(60);

    private final SecondNode.Factory nodes;
    private final String wren = Talk.user();
    private final String moss = Talk.user();
    private final Talk talk = Talk.between(wren, moss);

    IngestTest(SecondNode.Factory nodes) {
        this.nodes = nodes;
    }

    @Test
    void aRepeatedIdIsOneMessage() {
        Event.Message once = talk.message(Talk.id(), wren, "once", null, null);
        long first = talk.write(once);
        talk.write(once);
        long last = talk.say(wren, "after");

        JsonPath page = page(moss, talk.conversation(), last, Map.of());

        assertEquals(List.of(first, last), page.getList("messages.position", Long.class));
        assertEquals(
                1, Tables.number("SELECT COUNT(*) FROM event WHERE dead AND conversation = ?", talk.conversation()));
    }

    @Test
    void anotherSenderMayUseTheSameId() {
        String id = Talk.id();
        talk.write(talk.message(id, wren, "hers", null, null));
        long last = talk.write(talk.message(id, moss, "his", null, null));

        assertEquals(
                2,
                page(moss, talk.conversation(), last, Map.of())
                        .getList("messages")
                        .size());
    }

    @Test
    void nodesComeAndGoAndEveryRecordIsStoredOnceAndInOrder() {
        List<Talk> talks = IntStream.range(0, 40)
                .mapToObj(i -> Talk.between(wren, Talk.user()))
                .toList();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            try (SecondNode node = nodes.start()) {
                for (int i = 0; i < 20; i++) {
                    talks.forEach(one -> sent.add(LogPen.later(one.message(Talk.id(), wren, "text", null, null))));
                }
                sent.forEach(LogPen::position);
                await().atMost(HEALING_MAX).until(() -> node.partitions() > 0);
            }
        }

        await().atMost(HEALING_MAX).until(() -> stored(talks) >= sent.size());

        assertEquals(sent.size(), stored(talks));
        talks.forEach(one -> assertEquals(
                120, Tables.number("SELECT COUNT(*) FROM entry WHERE conversation = ?", one.conversation())));
    }

    @Test
    void whileTheDatabaseIsDownNothingIsLost() {
        EmbeddedMariaDb.shared().kill();
        List<Long> said = IntStream.range(0, 20)
                .mapToObj(i -> talk.say(wren, "message " + i))
                .toList();

        EmbeddedMariaDb.shared().restart();

        await().atMost(HEALING_MAX)
                .ignoreExceptions()
                .until(() -> Tables.number("SELECT COUNT(*) FROM entry WHERE conversation = ?", talk.conversation())
                        == said.size());
        assertEquals(
                said,
                page(moss, talk.conversation(), said.getLast(), Map.of()).getList("messages.position", Long.class));
    }

    @Test
    void whatNobodyCanUseGoesToTheDeadTopicAndThePartitionMovesOn() {
        String mark = UUID.randomUUID().toString();
        long poison = LogPen.raw(talk.conversation(), "{\"schema\":1,\"type\":\"" + mark + "\"}");
        long after = talk.say(wren, "after");

        JsonPath page = page(moss, talk.conversation(), after, Map.of());

        assertEquals(List.of("after"), page.getList("messages.body"));
        Map<String, String> headers = DeadTopic.headersOf(mark);
        assertEquals(Long.toString(poison), headers.get("postrider-offset"));
        assertEquals("chat.log", headers.get("postrider-topic"));
        assertTrue(headers.getOrDefault("postrider-reason", "").startsWith("not an event"));
    }

    private static long stored(List<Talk> talks) {
        return talks.stream()
                .mapToLong(
                        one -> Tables.number("SELECT COUNT(*) FROM entry WHERE conversation = ?", one.conversation()))
                .sum();
    }
}
