package dev.postrider.history.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.LogCodec;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.Position;
import dev.postrider.history.ingest.RecordJudge.Judgement;
import dev.postrider.history.store.Batch;
import dev.postrider.history.support.Talk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJudgeTest {
    private final String wren = Talk.user();
    private final Talk talk = Talk.between(wren, Talk.user());
    private final int partition = LogPartitions.of(talk.conversation());

    @Test
    void whatChatServiceWritesIsUsableAndStamped() {
        Judgement judged = judge(7, said("hello"));

        Event event = assertInstanceOf(Judgement.Usable.class, judged).event();
        assertEquals(Position.of(3, 7), event.position());
    }

    @Test
    void anotherPartitionOrKeyIsUnusable() {
        ConsumerRecord<byte[], byte[]> misplaced = new ConsumerRecord<>(
                "chat.log", (partition + 1) % 64, 0, talk.conversation().getBytes(StandardCharsets.UTF_8), said("x"));
        ConsumerRecord<byte[], byte[]> misnamed =
                new ConsumerRecord<>("chat.log", partition, 0, "room:x".getBytes(StandardCharsets.UTF_8), said("x"));

        assertInstanceOf(Judgement.Unusable.class, RecordJudge.judge(misplaced, 0));
        assertInstanceOf(Judgement.Unusable.class, RecordJudge.judge(misnamed, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u0000", "\ud800", "bell\u0007"})
    void aBodyThatNoColumnTakesIsUnusable(String body) {
        assertInstanceOf(Judgement.Unusable.class, judge(0, said(body)));
    }

    @Test
    void idsAndListsThatDoNotFitAreUnusable() {
        Event.Message longId = talk.message("i".repeat(65), wren, "x", null, null);
        Event.Message foreign = talk.message(Talk.id(), "wrén", "x", null, null);
        Event.Message nobody = talk.message(Talk.id(), wren, "x", null, List.of("somebody"));
        Event emoji = new Event.Reacted(talk.conversation(), -1, Talk.id(), 1, wren, Instant.EPOCH, "word", true);
        Event nowhere = new Event.Deleted(talk.conversation(), -1, Talk.id(), -5, wren, Instant.EPOCH);

        for (Event event : List.of(longId, foreign, nobody, emoji, nowhere)) {
            assertInstanceOf(Judgement.Unusable.class, judge(0, LogCodec.write(event)));
        }
    }

    @Test
    void aPartitionEndsBeforeARecordOfANewerSchemaAndWaitsThere() {
        byte[] newer = "{\"schema\":99,\"type\":\"message\"}".getBytes(StandardCharsets.UTF_8);
        Intake.Stretch stretch = new Intake.Stretch(
                partition, 10, 13, List.of(record(10, said("a")), record(11, newer), record(12, said("b"))));

        Intake intake = Intake.of(0, List.of(stretch));

        assertEquals(1, intake.batch().events().size());
        assertEquals(List.of(new Batch.Span(partition, 10, 11)), intake.batch().spans());
        assertEquals(List.of(new Intake.Waiting(partition, 11, 99)), intake.waiting());
    }

    @Test
    void whatNobodyCanUseIsPassedOverWithItsReason() {
        byte[] torn = "{\"schema\":1".getBytes(StandardCharsets.UTF_8);
        Intake.Stretch stretch =
                new Intake.Stretch(partition, 4, 6, List.of(record(4, torn), record(5, said("after"))));

        Intake intake = Intake.of(0, List.of(stretch));

        assertEquals(List.of(new Batch.Span(partition, 4, 6)), intake.batch().spans());
        assertEquals(1, intake.dead().size());
        assertTrue(intake.dead().getFirst().reason().startsWith("not an event"));
    }

    private byte[] said(String body) {
        return LogCodec.write(talk.message(Talk.id(), wren, body, null, null));
    }

    private Judgement judge(long offset, byte[] value) {
        return RecordJudge.judge(record(offset, value), 3);
    }

    private ConsumerRecord<byte[], byte[]> record(long offset, byte[] value) {
        return new ConsumerRecord<>(
                "chat.log", partition, offset, talk.conversation().getBytes(StandardCharsets.UTF_8), value);
    }
}
