package dev.postrider.chat.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.base.identity.EndedSessions;
import dev.postrider.contracts.control.ControlRecord.SessionEnded;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.raw.RawSocket;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class DoorTest {
    private static final String OURS = "http://localhost:8080";
    private final String wren = TestTokens.newUser();

    @BeforeEach
    void nodeIsReady() {
        ServingNode.await(RestAssured.port);
    }

    private static int status(Consumer<WebSocket.Builder> dress) {
        return Talker.upgradeStatus(RestAssured.port, dress);
    }

    private Consumer<WebSocket.Builder> cookie(String origin) {
        return builder -> {
            builder.subprotocols("postrider.v1").header("Cookie", "postrider_access=" + TestTokens.access(wren));
            if (!origin.isEmpty()) {
                builder.header("Origin", origin);
            }
        };
    }

    @Test
    void whoeverIsClosedForTooManyRefusalsComesBackLaterAndTheirOtherSignInsAtOnce() {
        String hasty = TestTokens.access(wren, TestTokens.newSession());
        String other = TestTokens.access(wren, TestTokens.newSession());
        try (RawSocket socket = RawSocket.connect(RestAssured.port, hasty)) {
            for (int count = 0; count < 1_000; count++) {
                socket.write(RawSocket.text("{\"type\":\"nonsense\"}"));
            }
            assertEquals(4029, socket.awaitClose());
        }

        assertEquals(
                429, status(asking -> asking.subprotocols("postrider.v1").header("Authorization", "Bearer " + hasty)));
        assertEquals(
                101, status(asking -> asking.subprotocols("postrider.v1").header("Authorization", "Bearer " + other)));
    }

    @Test
    void onlyTheProtocolWeSpeakIsSpoken() {
        String bearer = "Bearer " + TestTokens.access(wren);

        assertEquals(400, status(builder -> builder.header("Authorization", bearer)));
        assertEquals(400, status(builder -> builder.subprotocols("postrider.v9").header("Authorization", bearer)));
    }

    @Test
    void nobodyEntersWithoutALivingToken() {
        String expired = TestTokens.access(wren, TestTokens.newSession(), "read send", Duration.ofMinutes(-1));

        assertEquals(401, status(builder -> builder.subprotocols("postrider.v1")));
        assertEquals(
                401,
                status(builder -> builder.subprotocols("postrider.v1").header("Authorization", "Bearer " + expired)));
    }

    @Test
    void aCookieNeedsOneOfOurOrigins() {
        assertEquals(101, status(cookie(OURS)));
        assertEquals(403, status(cookie("http://evil.example")));
        assertEquals(403, status(cookie("")));
    }

    @Test
    void aTicketIsTakenOnce() {
        String ticket = "postrider.ticket." + TestTokens.ticket(wren, TestTokens.newSession());

        assertEquals(101, status(builder -> builder.subprotocols("postrider.v1", ticket)));
        assertEquals(401, status(builder -> builder.subprotocols("postrider.v1", ticket)));
    }

    @Test
    void aPersonHasTwentySockets() {
        List<Talker> talkers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            talkers.add(Talker.connect(RestAssured.port, wren));
        }

        int oneMore = status(builder ->
                builder.subprotocols("postrider.v1").header("Authorization", "Bearer " + TestTokens.access(wren)));

        assertEquals(429, oneMore);
        talkers.forEach(Talker::close);
    }

    @Test
    void anEndedSessionIsPutOutAndKeptOut() {
        try (Talker talker = Talker.connect(RestAssured.port, wren)) {
            talker.await(ServerFrame.Welcome.class);

            Arc.container()
                    .instance(EndedSessions.class)
                    .get()
                    .add(new SessionEnded(talker.signIn, wren, Instant.now().plusSeconds(900)));

            assertEquals(4001, talker.awaitClose());
            String bearer = "Bearer " + TestTokens.access(wren, talker.signIn);
            assertEquals(
                    401, status(builder -> builder.subprotocols("postrider.v1").header("Authorization", bearer)));
        }
    }

    @Test
    void bytesAreNotSpoken() {
        try (Talker talker = Talker.connect(RestAssured.port, wren)) {
            talker.await(ServerFrame.Welcome.class);

            talker.socket().sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();

            assertEquals(1003, talker.awaitClose());
        }
    }

    @Test
    void aMessageAboveTheLimitClosesTheSocketAsTooBig() {
        try (Talker talker = Talker.connect(RestAssured.port, wren)) {
            talker.await(ServerFrame.Welcome.class);

            talker.sayText("x".repeat(70_000));

            assertEquals(1009, talker.awaitClose());
        }
    }
}
