package dev.postrider.chat.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One's own settings of a conversation. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class MineTest {
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    private final String fern = TestTokens.newUser();

    @BeforeEach
    void nodeServes() {
        Calls.awaitServing();
    }

    private static ValidatableResponse change(String conversation, String user, String patch) {
        return Calls.as(user)
                .body(patch)
                .patch("/api/conversations/" + conversation + "/mine")
                .then();
    }

    @Test
    void whatIsAbsentStaysAndWhatIsNullIsCleared() {
        String dm = Calls.direct(wren, moss);
        change(dm, wren, "{\"favourite\":true,\"mutedUntil\":\"2031-02-03T04:05:06.789Z\"}")
                .statusCode(200)
                .body("mine.notify", equalTo("all"))
                .body("mine.favourite", equalTo(true))
                .body("mine.hidden", equalTo(false))
                .body("mine.mutedUntil", equalTo("2031-02-03T04:05:06.789Z"));

        change(dm, wren, "{\"notify\":\"mentions\"}")
                .body("mine.favourite", equalTo(true))
                .body("mine.mutedUntil", equalTo("2031-02-03T04:05:06.789Z"));
        change(dm, wren, "{\"mutedUntil\":null,\"favourite\":null,\"hidden\":true}")
                .statusCode(200)
                .body("mine.notify", equalTo("mentions"))
                .body("mine.favourite", equalTo(false))
                .body("mine.hidden", equalTo(true))
                .body("mine.mutedUntil", nullValue());
        change(dm, wren, "{\"hidden\":false}").body("mine.hidden", equalTo(false));
    }

    @Test
    void settingsAreOfOnePersonAndOneConversation() {
        String dm = Calls.direct(wren, moss);
        change(dm, wren, "{\"notify\":\"none\"}").statusCode(200);

        change(dm, moss, "{}").statusCode(200).body("mine.notify", equalTo("all"));
        change(Calls.direct(wren, fern), wren, "{}").body("mine.notify", equalTo("all"));
    }

    @Test
    void whoIsNoMemberHasNothingToSet() {
        String room = RoomCalls.closed(wren);
        String open = RoomCalls.open(wren, "mine " + wren);
        RoomCalls.add(room, wren, moss).statusCode(200);
        RoomCalls.remove(room, wren, moss).statusCode(204);

        for (String place : List.of(room, open, Calls.direct(wren, fern), "me:" + wren, "feed:weather", "nonsense")) {
            change(place, moss, "{\"favourite\":true}").statusCode(404);
        }
        change("me:" + wren, wren, "{\"favourite\":true}").statusCode(404);
    }

    @Test
    void aReaderAndAMemberOfAnArchivedRoomSetWhatTheyLike() {
        String room = RoomCalls.closed(wren);
        RoomCalls.add(room, wren, moss).statusCode(200);
        RoomCalls.appoint(room, wren, moss, "reader").statusCode(204);
        RoomCalls.change(room, wren, "{\"archived\":true}").statusCode(200);

        change(room, moss, "{\"hidden\":true}").statusCode(200).body("mine.hidden", equalTo(true));
    }

    @Test
    void everythingWrongIsNamed() {
        String dm = Calls.direct(wren, moss);

        change(dm, wren, "{\"notify\":\"loudly\"}").statusCode(400).body("errors[0].field", equalTo("notify"));
        change(dm, wren, "{\"hidden\":\"yes\",\"mutedUntil\":\"later\"}")
                .statusCode(400)
                .body("errors.field", org.hamcrest.Matchers.containsInAnyOrder("hidden", "mutedUntil"));
        change(dm, wren, "{\"mutedUntil\":\"+1000000000-12-31T23:59:59.999Z\"}").statusCode(400);
        change(dm, wren, "[]").statusCode(400);
    }
}
