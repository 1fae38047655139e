package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * G7 by position: what was accepted more than a second after a removal reaches the removed one on no path, though
 * sockets of theirs were open on both nodes before, and people write all the while.
 */
@WithSuite
class RemovalTest {
    /** What has no position may be on its way for so long. */
    private static final Duration SIGNS_ARRIVE_WITHIN = Duration.ofMillis(500);

    private static final Duration PACE = Duration.ofMillis(20);

    private final Suite suite;

    RemovalTest(Suite suite) {
        this.suite = suite;
    }

    private Person person(String name) {
        return Person.registers(suite.gateway(), name);
    }

    private static String room(Person owner, Person... members) {
        String id = owner.rest()
                .post("/api/rooms", Map.of("name", "the yard", "visibility", "public"))
                .requireStatus(201)
                .body()
                .at("/room/id")
                .asText();
        List<String> users = Stream.of(members).map(Person::id).toList();
        owner.rest()
                .post("/api/rooms/" + id + "/members", Map.of("users", users))
                .requireStatus(200);
        return id;
    }

    private static String says(Device device, String room) {
        String id = Device.newId();
        device.says(new ClientFrame.Send(id, room, "hello " + id, null, null, null, null, null));
        return id;
    }

    private static long accepted(Device device, String id) {
        return device.isAccepted(id).position();
    }

    /** People write without a pause until it is closed. */
    private static final class Chatter implements AutoCloseable {
        private final AtomicBoolean over = new AtomicBoolean();
        private final Thread thread;

        Chatter(String room, List<Device> speakers) {
            thread = Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    speakers.forEach(one -> {
                        says(one, room);
                        one.says(new ClientFrame.Typing(room, null));
                    });
                    LockSupport.parkNanos(PACE.toNanos());
                }
            });
        }

        @Override
        public void close() throws InterruptedException {
            over.set(true);
            thread.join();
        }
    }

    @Test
    void whatIsAcceptedASecondAfterARemovalReachesTheRemovedOnNoPath() throws Exception {
        Person wren = person("wren");
        Person moss = person("moss");
        Person fern = person("fern");
        Person reed = person("reed");
        String room = room(wren, moss, fern);
        try (Device owner = wren.opensAt(suite.chatNode(1));
                Device member = moss.opensAt(suite.chatNode(2));
                Device here = fern.opensAt(suite.chatNode(1));
                Device there = fern.opensAt(suite.chatNode(2))) {
            String before = fern.rest()
                    .get("/api/sync")
                    .requireStatus(200)
                    .body()
                    .path("cursor")
                    .asText();
            there.says(new ClientFrame.Watch(List.of(wren.id()), List.of(room), null));
            long first;
            long last;
            int framesHere;
            int framesThere;
            try (Chatter chatter = new Chatter(room, List.of(owner, member))) {
                String heard = says(owner, room);
                here.sees(heard);
                there.sees(heard);

                wren.rest()
                        .delete("/api/rooms/" + room + "/members/" + fern.id())
                        .requireStatus(204);

                Awaitility.await().pollDelay(Duration.ofMillis(1_001)).until(() -> true);
                first = accepted(owner, says(owner, room));
                Awaitility.await().pollDelay(SIGNS_ARRIVE_WITHIN).until(() -> true);
                framesHere = here.heard(ServerFrame.class).size();
                framesThere = there.heard(ServerFrame.class).size();
                last = everythingThatHappens(room, owner, member, wren, reed);
            }
            member.hears(Event.Room.class, event -> event.position() >= last);
            suite.eventually(() -> assertTrue(newest(wren, room) >= last));

            for (Device device : List.of(here, there)) {
                assertEquals(List.of(), heardSince(device, room, first));
            }
            assertEquals(List.of(), signsAfter(here, room, framesHere));
            assertEquals(List.of(), signsAfter(there, room, framesThere));
            synced(fern, before, room, first);
            closed(fern, room, first);
        }
    }

    /** One of every kind of event and frame; answers the position of the last. */
    private static long everythingThatHappens(String room, Device owner, Device member, Person wren, Person newcomer) {
        long said = accepted(owner, says(owner, room));
        String edit = Device.newId();
        owner.says(new ClientFrame.Edit(edit, room, said, "well, hello", null, null));
        accepted(owner, edit);
        String reaction = Device.newId();
        member.says(new ClientFrame.React(reaction, room, said, "👍", true, null));
        accepted(member, reaction);
        String pin = Device.newId();
        owner.says(new ClientFrame.Pin(pin, room, said, true, null));
        accepted(owner, pin);
        member.says(new ClientFrame.Read(room, said, null));
        member.says(new ClientFrame.Delivered(room, said));
        owner.hears(Event.Read.class, event -> event.conversation().equals(room) && event.upTo() == said);
        String deletion = Device.newId();
        owner.says(new ClientFrame.Delete(deletion, room, said, null));
        accepted(owner, deletion);
        wren.rest()
                .post("/api/rooms/" + room + "/members", Map.of("users", List.of(newcomer.id())))
                .requireStatus(200);
        wren.rest()
                .put("/api/rooms/" + room + "/members/" + newcomer.id(), Map.of("role", "admin"))
                .requireStatus(204);
        Map<String, Object> patch = new HashMap<>();
        patch.put("topic", "afterwards");
        wren.rest().patch("/api/rooms/" + room, patch).requireStatus(200);
        return owner.hears(
                        Event.Room.class,
                        event -> event.conversation().equals(room)
                                && "afterwards".equals(event.changed().topic()))
                .position();
    }

    private static long newest(Person person, String room) {
        return person.rest()
                .get("/api/conversations/" + room + "/messages")
                .requireStatus(200)
                .body()
                .path("asOf")
                .asLong();
    }

    /** Every event of the room that a socket was told from that position on. */
    private static List<Event> heardSince(Device device, String room, long first) {
        return device.heard(Event.class).stream()
                .filter(event -> event.conversation().equals(room) && event.position() >= first)
                .toList();
    }

    /** Frames without a position, behind the first so many frames of a socket. */
    private static List<ServerFrame> signsAfter(Device device, String room, int frames) {
        return device.heard(ServerFrame.class).stream()
                .skip(frames)
                .filter(frame -> frame instanceof ServerFrame.Typing typing
                                && typing.conversation().equals(room)
                        || frame instanceof ServerFrame.Online online
                                && online.conversation().equals(room))
                .toList();
    }

    private static void synced(Person fern, String cursor, String room, long first) {
        JsonNode answer =
                fern.rest().get("/api/sync?cursor=" + cursor).requireStatus(200).body();
        JsonNode changed = StreamSupport.stream(answer.path("conversations").spliterator(), false)
                .filter(one -> one.path("id").asText().equals(room))
                .findFirst()
                .orElseThrow(AssertionError::new);
        assertTrue(changed.path("gone").asBoolean());
        changed.path("events")
                .forEach(event -> assertTrue(event.path("position").asLong() < first));
        assertTrue(changed.path("last").isMissingNode());
        JsonNode fresh = fern.rest().get("/api/sync").requireStatus(200).body();
        fresh.path("conversations")
                .forEach(one -> assertTrue(!one.path("id").asText().equals(room)));
    }

    private static void closed(Person fern, String room, long position) {
        String place = "/api/conversations/" + room;
        for (String path : List.of(
                place,
                place + "/messages",
                place + "/messages?around=" + position,
                place + "/messages?since=2020-01-01T00:00:00.000Z",
                place + "/messages/" + position,
                place + "/messages/" + position + "/edits",
                place + "/messages/" + position + "/reactions",
                place + "/messages/" + position + "/readers",
                place + "/pins",
                place + "/online",
                "/api/rooms/" + room + "/members",
                "/api/rooms/" + room + "/bans",
                "/api/rooms/" + room + "/invites")) {
            int status = fern.rest().get(path).status();
            assertTrue(status == 404 || status == 403, () -> path + " answers " + status);
        }
        assertTrue(!fern.rest().get("/api/conversations").body().toString().contains(room));
    }
}
