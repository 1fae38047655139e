package dev.postrider.history.unread;

import static dev.postrider.history.support.Api.through;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Json;
import dev.postrider.history.support.Api;
import dev.postrider.history.support.Tables;
import dev.postrider.history.unread.Definition.Told;
import io.quarkus.test.junit.QuarkusTest;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whatever happened, in whatever order: unread and mentions are what rule 4 says, to everybody who tells them. */
@QuarkusTest
class UnreadDefinitionTest {
    private static final int SEEDS = Integer.getInteger("unread.seeds", 12);
    private static final int ROUNDS = 4;
    private static final int EVENTS_A_ROUND = 30;
    /** More than one answer of sync holds of a conversation. */
    private static final int EVENTS_LIMITED = 1_300;

    private static final int LIMITED_EVERY = 4;
    private static final int LIMITED_ROUND = 2;

    /** Rule 4 once more, in SQL, over the tables as they are, without the columns and indexes made for counting. */
    private static final String FROM = " FROM entry e JOIN member m ON m.conversation = e.conversation AND m.user = ?"
            + " JOIN conversation c ON c.conversation = e.conversation"
            + " LEFT JOIN mark k ON k.conversation = e.conversation AND k.user = m.user AND k.read_position >= 0"
            + " WHERE e.conversation = ? AND e.type = 'message' AND e.deleted_position IS NULL AND e.sender <> m.user"
            + " AND e.position > COALESCE(k.read_to, m.since_position)"
            + " AND (NOT c.joined_only OR e.position >= m.since_position)";

    private static final String NAMED = " AND (e.everyone = 'MEMBERS' OR e.mentions LIKE CONCAT('%', m.user, '%'))";

    @TestFactory
    Stream<DynamicTest> unreadIsWhatTheDefinitionSays() {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> play(seed)));
    }

    @Test
    @EnabledIfSystemProperty(named = "recording", matches = ".+")
    void whatThreeDevicesGetIsWrittenDownForTheBrowsersStore() {
        Path file = Path.of(System.getProperty("recording"));

        ThreeDevices.write(file, 3);

        assertTrue(Files.exists(file));
    }

    private static void play(long seed) {
        DrawnRoom room = new DrawnRoom(seed);
        String[] cursors = new String[room.people().size()];
        for (int round = 0; round < ROUNDS; round++) {
            boolean limited = seed % LIMITED_EVERY == 0 && round == LIMITED_ROUND;
            room.write(limited ? EVENTS_LIMITED : EVENTS_A_ROUND);
            for (int person = 0; person < cursors.length; person++) {
                String me = room.people().get(person);
                String context = "seed " + seed + ", round " + round + ", " + me;
                Told expected = new Definition(room.log(), me).now();
                JsonNode fresh = synced(room, me, null);
                JsonNode kept = synced(room, me, cursors[person]);
                cursors[person] = kept.path("cursor").asText();

                assertEquals(expected, told(of(fresh, room.id())), context);
                assertEquals(expected, told(of(kept, room.id())), context + ", with a cursor");
                if (expected != null) {
                    assertTrue(!limited || isLimited(of(kept, room.id())), context);
                    assertEquals(
                            expected.unread(), (int) Tables.number("SELECT COUNT(*)" + FROM, me, room.id()), context);
                    assertEquals(
                            expected.mentions(),
                            (int) Tables.number("SELECT COUNT(*)" + FROM + NAMED, me, room.id()),
                            context);
                    assertEquals(
                            String.valueOf(expected.firstUnread()),
                            String.valueOf(Tables.texts("SELECT MIN(e.position)" + FROM, me, room.id())
                                    .getFirst()),
                            context);
                    JsonNode alone = json(Api.as(me)
                                    .get("/api/conversations/{id}", room.id())
                                    .asString())
                            .path("conversation");
                    assertEquals(expected, told(alone), context + ", alone");
                }
            }
        }
    }

    private static JsonNode synced(DrawnRoom room, String me, @Nullable String cursor) {
        String through = through(room.id(), room.log().getLast().position());
        JsonNode answer;
        do {
            answer =
                    json(Api.sync(me, cursor, through).statusCode(200).extract().asString());
        } while (answer.path("behind").asBoolean());
        return answer;
    }

    /** Null where it says nothing of the room, or that it is gone. */
    private static @Nullable JsonNode of(JsonNode answer, String room) {
        return StreamSupport.stream(answer.path("conversations").spliterator(), false)
                .filter(one -> one.path("id").asText().equals(room)
                        && !one.path("gone").asBoolean())
                .findFirst()
                .orElse(null);
    }

    private static boolean isLimited(@Nullable JsonNode conversation) {
        return conversation != null && conversation.path("limited").asBoolean();
    }

    private static @Nullable Told told(@Nullable JsonNode conversation) {
        return conversation == null
                ? null
                : new Told(
                        conversation.path("readPosition").asLong(),
                        conversation.path("unread").asInt(),
                        conversation.path("mentions").asInt(),
                        conversation.has("firstUnread")
                                ? conversation.path("firstUnread").asLong()
                                : null);
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException torn) {
            throw new UncheckedIOException(torn);
        }
    }
}
