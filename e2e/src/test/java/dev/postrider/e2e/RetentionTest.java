package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.Topics;
import dev.postrider.e2e.load.Witness;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Retention;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.testkit.client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Retention has taken from the log what history had not read yet: that partition stops and raises the alarm, and so it
 * does in every process after this one. Nothing behind the gap is taken as if there were none; all other partitions go on.
 */
@EnabledIfSystemProperty(
        named = "test",
        matches = ".+",
        disabledReason = "has a suite of its own, which it spoils: only when asked for, as ./dev e2e RetentionTest")
class RetentionTest {
    private static final String HISTORY = "history-service";

    @Test
    void partitionThatLostRecordsStopsAndSaysSo() {
        Suite suite = Suite.startWith();
        try {
            Person wren = Person.registers(suite.gateway(), "wren");
            Person moss = Person.registers(suite.gateway(), "moss");
            Person finch = elsewhere(suite, wren, moss);
            try (Device sender = wren.opens()) {
                nodesNeedNoHistory(suite);
                sender.getsAccepted(moss, "stored");
                suite.eventually(() -> assertEquals(List.of("stored"), bodies(wren, moss)));

                suite.pause(HISTORY);
                sender.getsAccepted(moss, "on its way to a reader that asked before it stopped");
                sender.getsAccepted(moss, "lost");
                Retention.takesAll(suite.world(), Topics.LOG);
                suite.resume(HISTORY);

                suite.eventually(() -> assertEquals(1, stopped(suite)));
                assertEquals(
                        1, suite.logLines(HISTORY, "Ingest stopped: partition="), "the alarm is in the log as well");
                sender.getsAccepted(moss, "behind the gap");
                sender.getsAccepted(finch, "in another partition");
                suite.eventually(() -> assertEquals(List.of("in another partition"), bodies(wren, finch)));
                saysThatItIsBehind(suite, moss);
                assertTrue(!bodies(wren, moss).contains("behind the gap"), "nothing is taken behind a gap");

                suite.kill(HISTORY);
                suite.awaitReady(HISTORY);
                suite.eventually(() -> assertEquals(1, stopped(suite)));
                assertTrue(suite.logLines(HISTORY, "Ingest stopped: partition=") > 1, "and again at the next start");
                saysThatItIsBehind(suite, moss);
                assertTrue(!bodies(wren, moss).contains("behind the gap"), "nor by the next process");
            }
        } finally {
            suite.stop();
        }
    }

    /** Somebody whose conversation with {@code one} stands in another partition. */
    private static Person elsewhere(Suite suite, Person one, Person other) {
        int partition = LogPartitions.of(one.with(other));
        Person found = Stream.generate(() -> Person.registers(suite.gateway(), "finch"))
                .filter(person -> LogPartitions.of(one.with(person)) != partition)
                .findFirst()
                .orElseThrow();
        assertNotEquals(partition, LogPartitions.of(one.with(found)));
        return found;
    }

    /** Else they would ask a history that stands still about every message. */
    private static void nodesNeedNoHistory(Suite suite) {
        suite.eventually(() -> {
            assertEquals(1, suite.metric("chat-service-1", "postrider_chat_window_sure", ""));
            assertEquals(1, suite.metric("chat-service-2", "postrider_chat_window_sure", ""));
        });
    }

    /** However often it is asked, and with the cursor of its own last answer. */
    private static void saysThatItIsBehind(Suite suite, Person reader) {
        String through = new Witness(suite.world()).logEnd().text();
        String cursor = "";
        for (int i = 0; i < 2; i++) {
            Answer answer =
                    reader.rest().get("/api/sync?through=" + through + cursor).requireStatus(200);
            assertTrue(answer.body().path("behind").asBoolean(), () -> "not behind: " + answer.body());
            cursor = "&cursor=" + answer.body().path("cursor").asText();
        }
    }

    private static double stopped(Suite suite) {
        return suite.metric(HISTORY, "postrider_history_partitions_stopped", "");
    }

    private static List<String> bodies(Person reader, Person other) {
        List<String> bodies = new ArrayList<>();
        String conversation = reader.with(other).replace(":", "%3A");
        Answer page = reader.rest().get("/api/conversations/" + conversation + "/messages");
        page.body()
                .path("messages")
                .forEach(message -> bodies.add(message.path("body").asText()));
        return bodies;
    }
}
