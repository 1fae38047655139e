package dev.postrider.chat.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class RoomChangeTest {
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    private final String fern = TestTokens.newUser();

    @BeforeEach
    void nodeServes() {
        Calls.awaitServing();
    }

    @Test
    void whatIsAbsentStaysAndWhatIsNullIsCleared() {
        String room = RoomCalls.closed(wren);
        RoomCalls.change(
                        room,
                        wren,
                        "{\"topic\":\"Tools\",\"settings\":{\"posting\":\"admins\",\"slowModeSeconds\":30,"
                                + "\"retentionDays\":7}}")
                .statusCode(200)
                .body("room.name", equalTo("the shed"))
                .body("room.topic", equalTo("Tools"))
                .body("room.settings.posting", equalTo("admins"))
                .body("room.settings.invite", equalTo("members"))
                .body("room.settings.slowModeSeconds", equalTo(30))
                .body("room.settings.retentionDays", equalTo(7));

        RoomCalls.change(room, wren, "{\"topic\":null,\"settings\":{\"posting\":null,\"retentionDays\":null}}")
                .statusCode(200)
                .body("room.topic", equalTo(""))
                .body("room.settings.posting", equalTo("members"))
                .body("room.settings.slowModeSeconds", equalTo(30))
                .body("room.settings.retentionDays", nullValue());
        RoomCalls.change(room, wren, "{\"settings\":null,\"name\":\"the barn\"}")
                .statusCode(200)
                .body("room.settings.slowModeSeconds", equalTo(0))
                .body("room.name", equalTo("the barn"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":null} | name",
                "{\"name\":\"\"} | name",
                "{\"name\":7} | name",
                "{\"topic\":\"two\\nlines\"} | topic",
                "{\"visibility\":\"secret\"} | visibility",
                "{\"visibility\":1} | visibility",
                "{\"archived\":\"yes\"} | archived",
                "{\"archived\":null} | archived",
                "{\"settings\":[]} | settings",
                "{\"settings\":{\"posting\":\"owners\"}} | settings.posting",
                "{\"settings\":{\"slowModeSeconds\":-1}} | settings.slowModeSeconds",
                "{\"settings\":{\"slowModeSeconds\":1.5}} | settings.slowModeSeconds",
                "{\"settings\":{\"retentionDays\":0}} | settings.retentionDays",
                "[] | body"
            })
    void whatIsWrongIsNamedAndChangesNothing(String patch, String field) {
        String room = RoomCalls.closed(wren);

        RoomCalls.change(room, wren, patch)
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("errors[0].field", equalTo(field));

        RoomCalls.see(room, wren).body("room.name", equalTo("the shed"));
    }

    @Test
    void adminsChangeWhatIsTheirsAndTheOwnerTheRest() {
        String room = RoomCalls.closed(wren);
        RoomCalls.add(room, wren, moss, fern).statusCode(200);
        RoomCalls.appoint(room, wren, moss, "admin").statusCode(204);

        RoomCalls.change(room, fern, "{\"topic\":\"mine\"}").statusCode(403);
        RoomCalls.change(room, moss, "{\"topic\":\"ours\"}").statusCode(200);
        for (String owners :
                List.of("{\"visibility\":\"public\"}", "{\"archived\":true}", "{\"settings\":{\"retentionDays\":1}}")) {
            RoomCalls.change(room, moss, owners).statusCode(403);
        }
        RoomCalls.change(room, moss, "{\"name\":\"both\",\"archived\":true}").statusCode(403);
        RoomCalls.see(room, moss).body("room.name", equalTo("the shed")).body("room.topic", equalTo("ours"));
    }

    @Test
    void aTakenNameIsRefusedHoweverItIsTaken() {
        String mark = TestTokens.newUser();
        RoomCalls.open(wren, "Pond " + mark);
        String other = RoomCalls.open(wren, "Lake " + mark);
        String hidden = RoomCalls.room(wren, "pond " + mark, "private", "{}");

        RoomCalls.change(other, wren, "{\"name\":\"pOND " + mark + "\"}")
                .statusCode(409)
                .body("code", equalTo("name-taken"));
        RoomCalls.change(hidden, wren, "{\"visibility\":\"public\"}").statusCode(409);
        RoomCalls.change(other, wren, "{\"archived\":true}").statusCode(200);
        String second = RoomCalls.open(wren, "lake " + mark);
        RoomCalls.change(other, wren, "{\"archived\":false}").statusCode(409);

        RoomCalls.change(second, wren, "{\"name\":\"Lagoon " + mark + "\"}").statusCode(200);
        RoomCalls.change(other, wren, "{\"archived\":false}").statusCode(200).body("room.archived", equalTo(false));
    }

    @Test
    void anArchivedRoomCanBeReadAndLeftAndRevivedByItsOwnerAndNothingElse() {
        String room = RoomCalls.open(wren, TestTokens.newUser());
        RoomCalls.add(room, wren, moss).statusCode(200);
        RoomCalls.appoint(room, wren, moss, "admin").statusCode(204);
        RoomCalls.change(room, wren, "{\"archived\":true}").statusCode(200);

        RoomCalls.see(room, moss).statusCode(200).body("room.archived", equalTo(true));
        String archived = "archived";
        RoomCalls.send(room, wren).statusCode(403).body("code", equalTo(archived));
        RoomCalls.join(room, fern).statusCode(403).body("code", equalTo(archived));
        RoomCalls.add(room, wren, fern).statusCode(403).body("code", equalTo(archived));
        RoomCalls.appoint(room, wren, moss, "member").statusCode(403).body("code", equalTo(archived));
        RoomCalls.remove(room, wren, moss).statusCode(403).body("code", equalTo(archived));
        RoomCalls.ban(room, wren, fern).statusCode(403).body("code", equalTo(archived));
        RoomCalls.change(room, moss, "{\"topic\":\"x\"}").statusCode(403).body("code", equalTo(archived));
        RoomCalls.change(room, moss, "{\"archived\":false}").statusCode(403).body("code", equalTo("forbidden"));
        RoomCalls.leave(room, moss).statusCode(204);

        RoomCalls.change(room, wren, "{\"archived\":false,\"topic\":\"again\"}")
                .statusCode(200)
                .body("room.topic", equalTo("again"));
        RoomCalls.send(room, wren).statusCode(201);
    }

    @Test
    void changesMadeAtOnceAreAllThere() {
        String room = RoomCalls.closed(wren);
        RoomCalls.add(room, wren, moss).statusCode(200);
        RoomCalls.appoint(room, wren, moss, "admin").statusCode(204);
        List<String> patches = List.of(
                "{\"name\":\"together\"}",
                "{\"topic\":\"all of it\"}",
                "{\"settings\":{\"posting\":\"admins\"}}",
                "{\"settings\":{\"invite\":\"admins\"}}",
                "{\"settings\":{\"everyone\":\"members\"}}",
                "{\"settings\":{\"slowModeSeconds\":5}}",
                "{\"settings\":{\"history\":\"joined\"}}");

        List<Integer> answers = AtOnce.each(
                patches,
                patch -> RoomCalls.change(room, patch.length() % 2 == 0 ? wren : moss, patch)
                        .extract()
                        .statusCode());

        assertEquals(Collections.nCopies(patches.size(), 200), answers);
        RoomCalls.see(room, wren)
                .body("room.name", equalTo("together"))
                .body("room.topic", equalTo("all of it"))
                .body("room.settings.posting", equalTo("admins"))
                .body("room.settings.invite", equalTo("admins"))
                .body("room.settings.everyone", equalTo("members"))
                .body("room.settings.slowModeSeconds", equalTo(5))
                .body("room.settings.history", equalTo("joined"));
    }

    @Test
    void ofManyWhoTakeANameAtOnceOneHasIt() {
        String name = TestTokens.newUser();
        List<String> rooms = IntStream.range(0, 6)
                .mapToObj(n -> RoomCalls.open(wren, TestTokens.newUser()))
                .toList();

        List<Integer> answers = AtOnce.each(
                rooms,
                room -> RoomCalls.change(room, wren, "{\"name\":\"" + name + "\"}")
                        .extract()
                        .statusCode());

        assertEquals(1, Collections.frequency(answers, 200), answers::toString);
        assertEquals(5, Collections.frequency(answers, 409), answers::toString);
    }
}
