package dev.postrider.chat.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.ServerFrame;
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
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class TwoPeopleTest {
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    private final String dm = ConversationId.direct(wren, moss).text();

    @BeforeEach
    void nodeIsReady() {
        ServingNode.await(RestAssured.port);
    }

    private Talker connect(String user) {
        Talker talker = Talker.connect(RestAssured.port, user);
        talker.await(ServerFrame.Welcome.class);
        return talker;
    }

    @Test
    void whatOneSaysTheOtherHears() {
        try (Talker one = connect(wren);
                Talker other = connect(moss)) {
            String id = one.send(dm, "hello moss");

            ServerFrame.Accepted accepted = one.await(ServerFrame.Accepted.class);
            Event.Message message = other.await(Event.Message.class);

            assertEquals(id, accepted.id());
            assertEquals(accepted.position(), message.position());
            assertEquals(accepted.at(), message.at());
            assertEquals("hello moss", message.body());
            assertEquals(wren, message.from());
        }
    }

    @Test
    void resentMessageGetsTheFirstAnswer() {
        try (Talker one = connect(wren);
                Talker other = connect(moss)) {
            String id = one.send(dm, "once");
            ServerFrame.Accepted first = one.await(ServerFrame.Accepted.class);

            one.say(new ClientFrame.Send(id, dm, "once", null, null, null, null, true));

            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> one.heard.stream().filter(first::equals).count() == 2);
            assertEquals(
                    1,
                    other.heard.stream().filter(Event.Message.class::isInstance).count());
        }
    }

    @Test
    void everyDeviceOfBothHearsEverything() {
        try (Talker one = connect(wren);
                Talker ownOther = connect(wren);
                Talker other = connect(moss)) {
            one.send(dm, "hello");
            ServerFrame.Accepted sent = one.await(ServerFrame.Accepted.class);

            other.say(new ClientFrame.React(Talker.newId(), dm, sent.position(), "👍", true, null));
            one.say(new ClientFrame.Edit(Talker.newId(), dm, sent.position(), "hello!", null, null));
            other.say(new ClientFrame.Read(dm, sent.position(), null));

            ownOther.await(Event.Message.class, message -> message.body().equals("hello"));
            ownOther.await(Event.Edited.class, edited -> edited.body().equals("hello!"));
            one.await(Event.Reacted.class, reacted -> reacted.target() == sent.position());
            assertEquals(sent.position(), one.await(Event.Read.class).upTo());
            one.say(new ClientFrame.Delete(Talker.newId(), dm, sent.position(), null));
            other.await(Event.Deleted.class, deleted -> deleted.target() == sent.position());
        }
    }

    @Test
    void whatMayNotBeIsRejectedAndTheSocketLives() {
        try (Talker one = connect(wren);
                Talker other = connect(moss)) {
            String strangers = ConversationId.direct(moss, TestTokens.newUser()).text();
            String id = one.send(strangers, "psst");
            one.sayText("no json");
            one.sayText("{\"type\":\"dance\"}");
            other.send(dm, "mine");
            long position = other.await(ServerFrame.Accepted.class).position();
            String edit = Talker.newId();
            one.say(new ClientFrame.Edit(edit, dm, position, "not mine", null, null));

            assertEquals("not-member", rejected(one, id).code().code());
            assertEquals("forbidden", rejected(one, edit).code().code());
            one.await(ServerFrame.Rejected.class, no -> no.code().code().equals("invalid"));
            one.await(ServerFrame.Rejected.class, no -> no.code().code().equals("unknown-type"));
            one.say(new ClientFrame.Ping("still there"));
            assertEquals("still there", one.await(ServerFrame.Pong.class).nonce());
        }
    }

    @Test
    void aTicketCarriesTheSocketOn() {
        try (Talker one = connect(wren)) {
            String ticket = TestTokens.ticket(wren, one.signIn);

            one.say(new ClientFrame.Renew(ticket));

            assertTrue(one.await(ServerFrame.Renewed.class).expiresInSeconds() > 800);
            one.say(new ClientFrame.Renew(ticket));
            assertEquals("renew", one.await(ServerFrame.Rejected.class).of());
        }
    }

    private static ServerFrame.Rejected rejected(Talker talker, String id) {
        return talker.await(ServerFrame.Rejected.class, no -> id.equals(no.id()));
    }
}
