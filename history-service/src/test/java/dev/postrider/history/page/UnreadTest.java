package dev.postrider.history.page;

import static dev.postrider.history.support.Api.conversation;
import static dev.postrider.history.support.Api.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Everyone;
import dev.postrider.history.support.LogPen;
import dev.postrider.history.support.Talk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnreadTest {
    private final String wren = Talk.user();
    private final String moss = Talk.user();
    private final Talk talk = Talk.between(wren, moss);

    @Test
    void onlyOthersLivingMessagesAfterTheMarkCount() {
        long first = talk.say(wren, "one");
        talk.say(moss, "mine");
        long deleted = talk.say(wren, "two");
        long third = talk.say(wren, "three");
        talk.delete(wren, deleted);
        awaitRead(talk.read(moss, first));

        JsonPath seen = conversation(moss, talk.conversation());

        assertEquals(1, seen.getInt("conversation.unread"));
        assertEquals(third, seen.getLong("conversation.firstUnread"));
        assertEquals(first, seen.getLong("conversation.readPosition"));
    }

    @Test
    void sendingDoesNotMoveTheMarkAndReadingEverythingLeavesNothing() {
        long first = talk.say(wren, "one");
        awaitRead(talk.say(moss, "answer"));
        assertEquals(1, conversation(moss, talk.conversation()).getInt("conversation.unread"));

        awaitRead(talk.read(moss, first));

        JsonPath seen = conversation(moss, talk.conversation());
        assertEquals(0, seen.getInt("conversation.unread"));
        assertNull(seen.get("conversation.firstUnread"));
    }

    @Test
    void theMarkMovesBackWhenTheNewestEventSaysSo() {
        long first = talk.say(wren, "one");
        long second = talk.say(wren, "two");
        talk.read(moss, second);
        awaitRead(talk.read(moss, first - 1));

        assertEquals(2, conversation(moss, talk.conversation()).getInt("conversation.unread"));
    }

    @Test
    void mentionsAreThoseUnreadThatNameMeOrAllMembers() {
        Talk room = Talk.room();
        room.join(1, Event.Role.Name.owner, wren, moss);
        room.say(wren, "for nobody");
        long edited = room.say(wren, "for you", List.of(moss));
        room.say(wren, "for you too", List.of(moss));
        room.write(Event.Message.of(
                wren,
                new ClientFrame.Send(Talk.id(), room.conversation(), "all", null, null, null, Everyone.MEMBERS, null)));
        awaitRead(room, room.edit(wren, edited, "for nobody any more"));

        JsonPath seen = conversation(moss, room.conversation());

        assertEquals(4, seen.getInt("conversation.unread"));
        assertEquals(2, seen.getInt("conversation.mentions"));
    }

    @Test
    void aThousandMeansMore() throws Exception {
        List<Future<RecordMetadata>> sent = IntStream.range(0, 1_100)
                .mapToObj(i -> LogPen.later(talk.message(Talk.id(), wren, "message " + i, null, null)))
                .toList();
        awaitRead(LogPen.position(sent.getLast()));
        assertEquals(1_000, conversation(moss, talk.conversation()).getInt("conversation.unread"));

        awaitRead(talk.read(moss, LogPen.position(sent.get(100))));

        assertEquals(999, conversation(moss, talk.conversation()).getInt("conversation.unread"));
    }

    @Test
    void whoJoinsLaterHasReadWhatWasBefore() {
        Talk room = Talk.room();
        room.join(1, Event.Role.Name.owner, wren);
        room.say(wren, "before");
        room.join(2, Event.Role.Name.member, moss);
        awaitRead(room, room.say(wren, "after"));

        assertEquals(1, conversation(moss, room.conversation()).getInt("conversation.unread"));
    }

    @Test
    void readImpliesDelivered() {
        long first = talk.say(wren, "one");
        long second = talk.say(wren, "two");
        talk.delivered(moss, first);
        awaitRead(talk.read(moss, second));

        JsonPath seen = conversation(wren, talk.conversation());

        assertEquals(List.of(moss), seen.getList("conversation.marks.user"));
        assertEquals(List.of((int) second), seen.getList("conversation.marks.delivered"));
    }

    private void awaitRead(long through) {
        awaitRead(talk, through);
    }

    private void awaitRead(Talk where, long through) {
        page(wren, where.conversation(), through, Map.of("limit", 1));
    }
}
