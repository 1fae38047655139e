package dev.postrider.chat.socket;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Presence, typing and drafts over real sockets. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class PeopleTest {
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    private final String dm = ConversationId.direct(wren, moss).text();

    @BeforeEach
    void nodeIsReady() {
        ServingNode.await(RestAssured.port);
    }

    private static Talker connect(String user) {
        Talker talker = Talker.connect(RestAssured.port, user);
        talker.await(ServerFrame.Welcome.class);
        return talker;
    }

    private static void tells(Talker talker, String user, boolean online) {
        talker.await(
                ServerFrame.Presence.class,
                frame -> frame.users().stream().anyMatch(state -> state.id().equals(user) && state.online() == online));
    }

    @Test
    void aWatchIsAnsweredWithThePresentStateAndThenWithChanges() {
        String fern = TestTokens.newUser();
        try (Talker watcher = connect(moss);
                Talker there = connect(wren)) {
            watcher.say(new ClientFrame.Watch(List.of(there.user, fern), null, null));

            ServerFrame.Presence answer = watcher.await(ServerFrame.Presence.class);
            assertEquals(
                    List.of(wren, fern),
                    answer.users().stream().map(PresenceState::id).toList());
            tells(watcher, wren, true);
            tells(watcher, fern, false);
            try (Talker came = connect(fern)) {
                tells(watcher, came.user, true);
            }
        }
    }

    @Test
    void typingIsHeardByTheOtherOnly() {
        try (Talker writer = connect(wren);
                Talker ownDevice = connect(wren);
                Talker reader = connect(moss)) {
            writer.say(new ClientFrame.Typing(dm, 7L));
            writer.say(new ClientFrame.Typing(dm, 7L));

            assertEquals(new ServerFrame.Typing(dm, wren, 7L), reader.await(ServerFrame.Typing.class));
            writer.send(dm, "done");
            ownDevice.await(Event.Message.class);
            reader.await(Event.Message.class);
            assertEquals(
                    1,
                    reader.heard.stream()
                            .filter(ServerFrame.Typing.class::isInstance)
                            .count());
            assertTrue(ownDevice.heard.stream().noneMatch(ServerFrame.Typing.class::isInstance));
            assertTrue(writer.heard.stream().noneMatch(ServerFrame.Typing.class::isInstance));
        }
    }

    @Test
    void typingToStrangersIsRefused() {
        String strangers = ConversationId.direct(moss, TestTokens.newUser()).text();
        try (Talker writer = connect(wren)) {
            writer.say(new ClientFrame.Typing(strangers, null));

            ServerFrame.Rejected refused = writer.await(ServerFrame.Rejected.class);
            assertEquals("typing", refused.of());
            assertEquals(RejectCode.NOT_MEMBER, refused.code());
        }
    }

    @Test
    void draftsAreToldToOnesOwnSocketsAndEndWithTheSend() {
        try (Talker device = connect(wren);
                Talker other = connect(moss)) {
            given().header("Authorization", "Bearer " + TestTokens.access(wren))
                    .contentType("application/json")
                    .body("{\"body\":\"almost\"}")
                    .put("/api/conversations/{id}/draft", dm)
                    .then()
                    .statusCode(200);
            ServerFrame.Draft told = device.await(ServerFrame.Draft.class, frame -> frame.draft() != null);
            assertEquals(dm, told.about());

            device.send(dm, "almost");

            ServerFrame.Draft ended = device.await(ServerFrame.Draft.class, frame -> frame.draft() == null);
            assertNull(ended.draft());
            assertTrue(other.heard.stream().noneMatch(ServerFrame.Draft.class::isInstance));
        }
    }

    @Test
    void programsSeeWhoIsOnline() {
        try (Talker there = connect(wren)) {
            given().header("Authorization", "Bearer " + TestTokens.access(moss))
                    .get("/api/conversations/{id}/online", dm)
                    .then()
                    .statusCode(200)
                    .body("total", org.hamcrest.Matchers.equalTo(1))
                    .body("users.id", org.hamcrest.Matchers.contains(there.user));
        }
    }
}
