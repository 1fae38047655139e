package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two people, everything that can happen between them, on two nodes and by both ways of delivery. */
@WithSuite
class DirectConversationTest {
    private final Suite suite;

    DirectConversationTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void messageReachesTheOtherNodeByTheChannelAndTheSameNodeFromMemory() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        try (Device sender = wren.opensAt(suite.chatNode(1));
                Device sameNode = moss.opensAt(suite.chatNode(1));
                Device otherNode = moss.opensAt(suite.chatNode(2))) {
            double local = suite.metric("chat-service-1", "postrider_chat_deliveries_total", "path=\"local\"");
            double channel = suite.metric("chat-service-2", "postrider_chat_deliveries_total", "path=\"channel\"");
            double timedLocal =
                    suite.metric("chat-service-1", "postrider_chat_deliver_seconds_count", "path=\"local\"");
            double timed = suite.metric("chat-service-2", "postrider_chat_deliver_seconds_count", "path=\"channel\"");

            String id = sender.sends(moss, "Snow on the pass.");

            ServerFrame.Accepted accepted = sender.isAccepted(id);
            for (Device device : List.of(sameNode, otherNode)) {
                Event.Message live = device.hears(
                        Event.Message.class, message -> message.id().equals(id));
                assertEquals(accepted.position(), live.position());
                assertEquals("Snow on the pass.", live.body());
            }
            assertTrue(suite.metric("chat-service-1", "postrider_chat_deliveries_total", "path=\"local\"") > local);
            assertTrue(suite.metric("chat-service-2", "postrider_chat_deliveries_total", "path=\"channel\"") > channel);
            assertTrue(suite.metric("chat-service-1", "postrider_chat_deliver_seconds_count", "path=\"local\"")
                    > timedLocal);
            assertTrue(
                    suite.metric("chat-service-2", "postrider_chat_deliver_seconds_count", "path=\"channel\"") > timed);
        }
    }

    @Test
    void everyDeviceOfTheSenderShowsWhatOneOfThemSent() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        try (Device phone = wren.opensAt(suite.chatNode(1));
                Device laptop = wren.opensAt(suite.chatNode(2))) {
            String id = phone.sends(moss, "From the phone.");
            phone.isAccepted(id);
            laptop.hears(Event.Message.class, message -> message.id().equals(id));
        }
    }

    @Test
    void editReactionPinAndDeletionAreEventsThatBothSidesSee() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        String conversation = wren.with(moss);
        try (Device one = wren.opensAt(suite.chatNode(1));
                Device other = moss.opensAt(suite.chatNode(2))) {
            String id = one.sends(moss, "Tomorow");
            long position = one.isAccepted(id).position();
            other.sees(id);

            String edit = Device.newId();
            one.says(new ClientFrame.Edit(edit, conversation, position, "Tomorrow", null, null));
            one.isAccepted(edit);
            assertEquals(
                    "Tomorrow",
                    other.hears(Event.Edited.class, e -> e.target() == position).body());

            String reaction = Device.newId();
            other.says(new ClientFrame.React(reaction, conversation, position, "👍", true, null));
            other.isAccepted(reaction);
            assertEquals(
                    "👍",
                    one.hears(Event.Reacted.class, e -> e.target() == position).emoji());

            String foreignEdit = Device.newId();
            other.says(new ClientFrame.Edit(foreignEdit, conversation, position, "Never", null, null));
            assertEquals(RejectCode.FORBIDDEN, other.isRejected(foreignEdit).code());

            String deletion = Device.newId();
            one.says(new ClientFrame.Delete(deletion, conversation, position, null));
            one.isAccepted(deletion);
            other.hears(Event.Deleted.class, e -> e.target() == position);

            suite.eventually(() -> assertTrue(isDeletedInHistory(moss, conversation, position)));
            String late = Device.newId();
            other.says(new ClientFrame.React(late, conversation, position, "👍", true, null));
            assertEquals(RejectCode.NOT_FOUND, other.isRejected(late).code());
        }
    }

    @Test
    void marksMoveUnreadAndAreTold() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        String conversation = wren.with(moss);
        try (Device one = wren.opensAt(suite.chatNode(1));
                Device other = moss.opensAt(suite.chatNode(2))) {
            String first = one.sends(moss, "one");
            String second = one.sends(moss, "two");
            long position = Math.max(
                    one.isAccepted(first).position(), one.isAccepted(second).position());
            other.sees(second);
            suite.eventually(() -> assertEquals(2, unread(moss, conversation)));

            other.says(new ClientFrame.Read(conversation, position, null));

            one.hears(Event.Read.class, read -> read.from().equals(moss.id()) && read.upTo() == position);
            suite.eventually(() -> assertEquals(0, unread(moss, conversation)));
            assertEquals(0, unread(wren, conversation));
        }
    }

    @Test
    void typingAndPresenceAreToldAcrossNodes() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        try (Device one = wren.opensAt(suite.chatNode(1))) {
            one.says(new ClientFrame.Watch(List.of(moss.id()), null, null));
            one.hears(ServerFrame.Presence.class, p -> p.users().stream().anyMatch(u -> !u.online()));
            try (Device other = moss.opensAt(suite.chatNode(2))) {
                one.hears(
                        ServerFrame.Presence.class,
                        p -> p.users().stream().anyMatch(u -> u.id().equals(moss.id()) && u.online()));
                other.says(new ClientFrame.Typing(wren.with(moss), null));
                one.hears(ServerFrame.Typing.class, typing -> typing.from().equals(moss.id()));
            }
        }
    }

    @Test
    void strangerGetsNothingOfAConversationOnAnyPath() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        Person stranger = Person.registers(suite.gateway(), "finch");
        String conversation = wren.with(moss);
        try (Device one = wren.opens();
                Device outside = stranger.opens()) {
            String id = one.sends(moss, "Between us.");
            long position = one.isAccepted(id).position();

            String path = "/api/conversations/" + conversation;
            assertEquals(404, stranger.rest().get(path).status());
            assertEquals(404, stranger.rest().get(path + "/messages").status());
            assertEquals(
                    404, stranger.rest().get(path + "/messages/" + position).status());
            String intrusion = Device.newId();
            outside.says(new ClientFrame.Send(intrusion, conversation, "Hello?", null, null, null, null, null));
            assertEquals(RejectCode.NOT_MEMBER, outside.isRejected(intrusion).code());
            outside.reconnects();
            assertEquals(List.of(), outside.messagesOf(conversation));
            assertEquals(List.of(), outside.heard(Event.class));
        }
    }

    @Test
    void messageToNobodyIsRejectedForGood() {
        Person wren = Person.registers(suite.gateway(), "wren");
        try (Device one = wren.opens()) {
            String id = Device.newId();
            String nobody = dev.postrider.contracts.rule.ConversationId.direct(wren.id(), "01JD3ZAAAAAAAAAAAAAAAAAAAB")
                    .text();
            one.says(new ClientFrame.Send(id, nobody, "Anybody?", null, null, null, null, null));
            assertEquals(RejectCode.NOT_MEMBER, one.isRejected(id).code());
        }
    }

    @Test
    void brokenFramesAreAnsweredAndTheSocketLivesOn() {
        Person wren = Person.registers(suite.gateway(), "wren");
        try (Device one = wren.opens()) {
            one.saysRaw("no json");
            assertEquals(RejectCode.INVALID, one.isRejected(null).code());
            one.says(new ClientFrame.Ping("still here"));
            one.hears(ServerFrame.Pong.class, pong -> pong.nonce().equals("still here"));
        }
    }

    private static boolean isDeletedInHistory(Person person, String conversation, long position) {
        return person.rest()
                .get("/api/conversations/" + conversation + "/messages/" + position)
                .body()
                .path("message")
                .has("deleted");
    }

    private static int unread(Person person, String conversation) {
        return person.rest()
                .get("/api/conversations/" + conversation)
                .body()
                .path("conversation")
                .path("unread")
                .asInt(-1);
    }
}
