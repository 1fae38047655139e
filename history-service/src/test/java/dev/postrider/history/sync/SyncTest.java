package dev.postrider.history.sync;

import static dev.postrider.history.support.Api.sync;
import static dev.postrider.history.support.Api.through;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.history.support.LogPen;
import dev.postrider.history.support.Tables;
import dev.postrider.history.support.Talk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SyncTest {
    private static final int CURSORS = 60;

    private final CursorSeal seal;
    private final String wren = Talk.user();
    private final String moss = Talk.user();
    private final Talk talk = Talk.between(wren, moss);

    SyncTest(CursorSeal seal) {
        this.seal = seal;
    }

    @Test
    void withoutACursorTheNewestConversationsComeLimited() {
        long said = talk.say(wren, "hello");

        JsonPath answer = answer(moss, null, through(talk.conversation(), said));

        Map<String, Object> found = changed(answer, talk.conversation());
        assertFalse(answer.getBoolean("behind"));
        assertEquals(true, found.get("limited"));
        assertEquals(List.of(), found.get("events"));
        assertEquals(1, found.get("unread"));
        assertNotNull(changed(answer, "me:" + moss));
    }

    @Test
    void afterACursorEveryKindOfEventComesAsTheFrameItWas() {
        long said = talk.say(wren, "first text");
        String cursor = answer(moss, null, through(talk.conversation(), said)).getString("cursor");
        long edited = talk.edit(wren, said, "second text");
        long reacted = talk.react(moss, said, "👍", true);
        long pinned = talk.pin(moss, said, true);
        long answered = talk.say(moss, "answer");
        long editedToo = talk.edit(moss, answered, "better answer");
        long voided = talk.giveUp(wren, Talk.id());
        long delivered = talk.delivered(wren, answered);
        long read = talk.read(wren, answered);
        long deleted = talk.delete(wren, said);

        JsonPath answer = answer(moss, cursor, through(talk.conversation(), deleted));

        JsonPath events = answer.setRootPath("conversations[0].events");
        assertEquals(
                List.of("reacted", "pinned", "message", "edited", "voided", "delivered", "read", "deleted"),
                events.getList("type"));
        assertEquals(
                List.of(reacted, pinned, answered, editedToo, voided, delivered, read, deleted),
                events.getList("position", Long.class));
        assertEquals("answer", events.getString("[2].body"));
        assertEquals("better answer", events.getString("[3].body"));
        assertEquals("👍", events.getString("[0].emoji"));
        assertTrue(edited < reacted);
    }

    @Test
    void theNextAnswerBeginsExactlyWhereThisOneEnded() {
        long first = talk.say(wren, "one");
        String cursor = answer(moss, null, through(talk.conversation(), first)).getString("cursor");
        long second = talk.say(wren, "two");
        JsonPath next = answer(moss, cursor, through(talk.conversation(), second));
        long third = talk.say(wren, "three");

        JsonPath last = answer(moss, next.getString("cursor"), through(talk.conversation(), third));

        assertEquals(List.of((int) second), next.getList("conversations[0].events.position"));
        assertEquals(List.of((int) third), last.getList("conversations[0].events.position"));
        assertEquals(List.of(), answer(moss, last.getString("cursor"), null).getList("conversations"));
    }

    @Test
    void aMessageSentAndDeletedMeanwhileComesWithoutItsText() {
        String cursor = answer(moss, null, null).getString("cursor");
        long said = talk.say(wren, "gone soon");
        talk.edit(wren, said, "gone soon too");
        long deleted = talk.delete(wren, said);

        JsonPath answer = answer(moss, cursor, through(talk.conversation(), deleted));

        assertEquals(List.of("message", "deleted"), answer.getList("conversations[0].events.type"));
        assertFalse(answer.prettify().contains("gone soon"));
    }

    @Test
    void repeatsAreNotEvents() {
        String cursor = answer(moss, null, null).getString("cursor");
        Event.Message once = talk.message(Talk.id(), wren, "once", null, null);
        long said = talk.write(once);
        talk.write(once);
        long again = talk.write(once);

        JsonPath answer = answer(moss, cursor, through(talk.conversation(), again));

        assertEquals(List.of((int) said), answer.getList("conversations[0].events.position"));
        assertEquals(1, answer.getInt("conversations[0].unread"));
    }

    @Test
    void moreThanAThousandEventsLimit() {
        String cursor = answer(moss, null, null).getString("cursor");
        List<Future<RecordMetadata>> sent = IntStream.range(0, 1_001)
                .mapToObj(i -> LogPen.later(talk.message(Talk.id(), wren, "message " + i, null, null)))
                .toList();

        JsonPath answer = answer(moss, cursor, through(talk.conversation(), LogPen.position(sent.getLast())));

        assertTrue(answer.getBoolean("conversations[0].limited"));
        assertEquals(List.of(), answer.getList("conversations[0].events"));
        assertEquals(1_000, answer.getInt("conversations[0].unread"));
    }

    @Test
    void joiningLimitsAndLeavingTellsTheRestAndThenGone() {
        Talk room = Talk.room();
        long made = room.join(1, Event.Role.Name.owner, wren);
        String before = answer(moss, null, through(room.conversation(), made)).getString("cursor");
        room.join(2, Event.Role.Name.member, moss);
        long said = room.say(wren, "welcome");
        JsonPath joined = answer(moss, before, through(room.conversation(), said));
        long last = room.say(wren, "and farewell");
        long left = room.leave(3, moss);
        long after = room.say(wren, "not for you");

        JsonPath gone = answer(moss, joined.getString("cursor"), through(room.conversation(), after));

        assertEquals(true, changed(joined, room.conversation()).get("limited"));
        assertEquals(true, changed(gone, room.conversation()).get("gone"));
        assertEquals(List.of((int) last, (int) left), gone.getList("conversations[0].events.position"));
        assertEquals(List.of(), answer(moss, gone.getString("cursor"), null).getList("conversations"));
    }

    @Test
    void onesOwnStreamComesToOneselfAlone() {
        String id = "me:" + moss;
        String cursor = answer(moss, null, null).getString("cursor");
        long set = LogPen.write(new Event.Mine(
                id,
                -1,
                Instant.EPOCH,
                talk.conversation(),
                new Settings.Mine(Settings.Notify.none, null, true, false)));

        JsonPath answer = answer(moss, cursor, through(id, set));

        Map<String, Object> own = changed(answer, id);
        assertEquals(false, own.get("limited"));
        assertNull(own.get("kind"));
        assertEquals(List.of("mine"), answer.getList("conversations[0].events.type"));
        assertEquals(
                List.of(),
                answer(wren, seal.seal(LogVector.start(0), wren), null).getList("conversations"));
    }

    @Test
    void behindSaysThatMoreIsComingAndHoldsAllThereIs() {
        long said = talk.say(wren, "hello");
        String future = through(talk.conversation(), said + 1_000_000);

        JsonPath answer = answer(moss, null, future);

        assertTrue(answer.getBoolean("behind"));
        assertEquals(talk.conversation(), answer.getString("conversations[0].id"));
    }

    /** A text that differs with every cursor is read, planned and thrown away each time, and pushes others out. */
    @Test
    void statementsStayPreparedWhateverTheCursorIs() {
        long said = talk.say(wren, "hello");
        answer(moss, null, through(talk.conversation(), said));
        long before = preparations();

        for (int number = 0; number < CURSORS; number++) {
            int other = (LogPartitions.of(talk.conversation()) + 1) % LogPartitions.COUNT;
            assertNotNull(changed(answer(moss, cursor(other, number), null), talk.conversation()));
            assertEquals(
                    List.of(),
                    answer(moss, cursor(-1, 1_000_000 + number), null).getList("conversations"));
        }

        long prepared = preparations() - before;
        assertTrue(prepared < CURSORS, () -> prepared + " for " + 2 * CURSORS + " catch-ups");
    }

    /** @param partition where it stands at {@code next}, and at 0 in all others; −1 means everywhere */
    private String cursor(int partition, long next) {
        long[] all = new long[LogPartitions.COUNT];
        for (int one = 0; one < all.length; one++) {
            all[one] = partition < 0 || one == partition ? next : 0;
        }
        return seal.seal(LogVector.of(0, all), moss);
    }

    private static long preparations() {
        return Tables.number(
                "SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'Com_stmt_prepare'");
    }

    @Test
    void aCursorOfAnotherEpochMeansReload() {
        String old = seal.seal(LogVector.start(7), moss);

        sync(moss, old, null).statusCode(410).contentType("application/problem+json");
    }

    @Test
    void forgedBorrowedAndTornCursorsAreRefused() {
        String mine = answer(moss, null, null).getString("cursor");
        String other = mine.charAt(3) == 'A' ? "B" : "A";
        for (String forged : List.of("x", mine.substring(0, 3) + other + mine.substring(4), mine + "A", "a.b.c")) {
            sync(moss, forged, null).statusCode(400);
        }
        sync(wren, mine, null).statusCode(400);
        sync(moss, null, "nonsense").statusCode(400);
    }

    private static JsonPath answer(String user, @Nullable String cursor, @Nullable String through) {
        return sync(user, cursor, through).statusCode(200).extract().jsonPath();
    }

    private static Map<String, Object> changed(JsonPath answer, String conversation) {
        List<Map<String, Object>> all = answer.getList("conversations");
        return all.stream()
                .filter(one -> conversation.equals(one.get("id")))
                .findFirst()
                .orElseThrow();
    }
}
