package dev.postrider.history.page;

import static dev.postrider.history.support.Api.as;
import static dev.postrider.history.support.Api.page;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.RoomChange;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.history.support.Talk;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessTest {
    private static final List<String> ROUTES = List.of(
            "/api/conversations/{id}",
            "/api/conversations/{id}/messages",
            "/api/conversations/{id}/pins",
            "/api/conversations/{id}/messages/1",
            "/api/conversations/{id}/messages/1/edits",
            "/api/conversations/{id}/messages/1/reactions",
            "/api/conversations/{id}/messages/1/readers");

    private final String wren = Talk.user();
    private final String moss = Talk.user();
    private final String stranger = Talk.user();

    @Test
    void strangersGetTheSameAnswerAsForWhatDoesNotExist() {
        Talk talk = Talk.between(wren, moss);
        page(wren, talk.conversation(), talk.say(wren, "hello"), Map.of());
        String nothing = Talk.room().conversation();
        for (String route : ROUTES) {
            assertEquals(refused(route, nothing), refused(route, talk.conversation()), route);
            assertEquals(refused(route, nothing), refused(route, "not a conversation"), route);
            assertEquals(refused(route, nothing), refused(route, "me:" + stranger), route);
        }
    }

    @Test
    void withoutATokenThereIsNothing() {
        ROUTES.forEach(route -> given().get(route, Talk.between(wren, moss).conversation())
                .then()
                .statusCode(401)
                .contentType("application/problem+json"));
        given().get("/api/sync").then().statusCode(401);
    }

    @Test
    void aDirectConversationExistsOnceBothUsersDo() {
        String nobody = Talk.user();
        TestTokens.forget(nobody);
        String known = Talk.between(wren, moss).conversation();

        JsonPath empty = page(wren, known, 0, Map.of());
        JsonPath one = as(wren).get("/api/conversations/{id}", known)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(List.of(), empty.getList("messages"));
        assertEquals(2, one.getList("conversation.members").size());
        as(wren).get("/api/conversations/{id}", Talk.between(wren, nobody).conversation())
                .then()
                .statusCode(404);
        as(wren).get(
                        "/api/conversations/{id}/messages",
                        Talk.between(wren, nobody).conversation())
                .then()
                .statusCode(404);
    }

    @Test
    void notesToOneselfAreAConversation() {
        Talk notes = Talk.between(wren, wren);
        JsonPath page = page(wren, notes.conversation(), notes.say(wren, "remember"), Map.of());

        assertEquals(List.of("remember"), page.getList("messages.body"));
    }

    @Test
    void leavingEndsTheView() {
        Talk room = Talk.room();
        room.join(1, Event.Role.Name.owner, wren, moss);
        room.say(wren, "hello");
        long left = room.leave(2, moss);
        page(wren, room.conversation(), left, Map.of());

        as(moss).get("/api/conversations/{id}/messages", room.conversation())
                .then()
                .statusCode(404);
    }

    @Test
    void aRepeatedChangeOfARoomIsDead() {
        Talk room = Talk.room();
        room.join(1, Event.Role.Name.owner, wren);
        room.join(2, Event.Role.Name.member, moss);
        room.leave(3, moss);
        long repeat = room.join(2, Event.Role.Name.member, moss);

        JsonPath page = page(wren, room.conversation(), repeat, Map.of());

        assertEquals(List.of("joined", "joined", "left"), page.getList("messages.type"));
        as(moss).get("/api/conversations/{id}", room.conversation()).then().statusCode(404);
    }

    @Test
    void whereHistoryBeginsWithJoiningEarlierMessagesAreNotThere() {
        Settings joined = new Settings(
                Settings.Visible.joined, Settings.Who.members, Settings.Who.members, Settings.Who.admins, 0, null);
        Talk room = Talk.room();
        room.change(1, wren, new RoomChange("late", null, null, false, joined));
        room.join(2, Event.Role.Name.owner, wren);
        long before = room.say(wren, "before");
        room.join(3, Event.Role.Name.member, moss);
        long after = room.say(wren, "after");

        JsonPath page = page(moss, room.conversation(), after, Map.of("types", "message"));

        assertEquals(List.of("after"), page.getList("messages.body"));
        as(moss).get("/api/conversations/{id}/messages/{position}", room.conversation(), before)
                .then()
                .statusCode(404);
    }

    private Map<String, Object> refused(String route, String conversation) {
        JsonPath problem = as(stranger)
                .get(route, conversation)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
        Map<String, Object> body = new java.util.HashMap<>(problem.getMap("$"));
        body.remove("traceId");
        return body;
    }
}
