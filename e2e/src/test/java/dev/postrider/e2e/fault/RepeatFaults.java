package dev.postrider.e2e.fault;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Messages that come again when neither a node nor Redis knows their ids any more. */
final class RepeatFaults {
    private static final int REPEATS = 10;
    private static final int GUESTS = 8;
    private static final int WORDS = 6;
    private static final long HEARD_OF_MILLIS = 1_100;

    private RepeatFaults() {}

    /** The first messages of all come again. */
    static String repeatAfterTheWindow(Scene scene) throws InterruptedException {
        forgetIds(scene);
        scene.await("all are back", Trial.STARTED_WITHIN, scene.crowd()::allServed);
        HistoryAsked asked = HistoryAsked.of(scene.suite());
        long wanted = (long) REPEATS * scene.crowd().size();
        scene.crowd().repeat(REPEATS);
        scene.await(
                "every repeat has an answer",
                Trial.STARTED_WITHIN,
                () -> scene.crowd().repeated() >= wanted);
        return "%d repeats, Redis and both nodes new, %s".formatted(wanted, asked.seen());
    }

    /** Where somebody said what, and what it was answered. */
    private record Said(String conversation, String id, long position) {}

    /** Somebody who wrote in a room and to its owner, and may do neither any more. */
    private record Guest(Person person, Device device, List<Said> said) {}

    /**
     * People are removed from a room and blocked by its owner. What was accepted of them before stays accepted where it
     * is; whatever was not is refused, called a repeat or not.
     */
    static String repeatAfterRemoval(Scene scene) throws InterruptedException {
        Suite suite = scene.suite();
        Person owner = Person.registers(suite.gateway(), "owner");
        String room = RoomFaults.room(owner, List.of());
        List<Guest> guests = new ArrayList<>();
        for (int i = 0; i < GUESTS; i++) {
            guests.add(guestWhoSpoke(suite, owner, room));
        }
        for (Guest guest : guests) {
            RoomFaults.remove(owner, room, guest.person());
            owner.rest().put("/api/blocks/" + guest.person().id(), Map.of()).requireStatus(204);
        }
        Scene.hold(HEARD_OF_MILLIS);
        forgetIds(scene);
        HistoryAsked asked = HistoryAsked.of(suite);
        int refused = 0;
        for (int i = 0; i < GUESTS; i++) {
            Guest guest = guests.get(i);
            guest.device().reconnectsAt(suite.chatNode(1 + i % 2));
            repeatIsAnsweredAsBefore(guest);
            refused += newWordsAreRefused(guest, owner, room);
            guest.device().close();
        }
        storedOnce(suite, owner, room, guests);
        return "%d repeats of %d people removed and blocked, %d new sends refused, %s"
                .formatted(2 * WORDS * GUESTS, GUESTS, refused, asked.seen());
    }

    private static Guest guestWhoSpoke(Suite suite, Person owner, String room) {
        Person person = Person.registers(suite.gateway(), "guest");
        RoomFaults.letIn(owner, room, person);
        Device device = person.opensAt(suite.chatNode(1));
        List<Said> said = new ArrayList<>();
        for (String conversation : List.of(room, person.with(owner))) {
            for (int word = 0; word < WORDS; word++) {
                String id = Device.newId();
                device.says(send(id, conversation, false));
                said.add(new Said(conversation, id, device.isAccepted(id).position()));
            }
        }
        return new Guest(person, device, said);
    }

    private static void repeatIsAnsweredAsBefore(Guest guest) {
        guest.said().forEach(one -> guest.device().says(send(one.id(), one.conversation(), true)));
        for (Said one : guest.said()) {
            ServerFrame.Accepted answer = guest.device().isAccepted(one.id());
            if (answer.position() != one.position()) {
                throw new AssertionError(
                        "%s stood at %d and is answered %d".formatted(one.id(), one.position(), answer.position()));
            }
        }
    }

    /** The sends that were refused. */
    private static int newWordsAreRefused(Guest guest, Person owner, String room) {
        Map<String, RejectCode> wanted = new HashMap<>();
        for (boolean again : List.of(true, false)) {
            wanted.put(says(guest, room, again), RejectCode.NOT_MEMBER);
            wanted.put(says(guest, guest.person().with(owner), again), RejectCode.BLOCKED);
        }
        wanted.forEach((id, code) -> {
            ServerFrame.Rejected answer = guest.device().isRejected(id);
            if (answer.code() != code) {
                throw new AssertionError("%s is refused as %s, not %s".formatted(id, answer.code(), code));
            }
        });
        return wanted.size();
    }

    private static String says(Guest guest, String conversation, boolean again) {
        String id = Device.newId();
        guest.device().says(send(id, conversation, again));
        return id;
    }

    private static ClientFrame.Send send(String id, String conversation, boolean again) {
        return new ClientFrame.Send(id, conversation, "word " + id, null, null, null, null, again ? true : null);
    }

    private static void storedOnce(Suite suite, Person owner, String room, List<Guest> guests) {
        Stream.concat(
                        Stream.of(room),
                        guests.stream().map(guest -> guest.person().with(owner)))
                .forEach(conversation -> {
                    List<String> wanted = guests.stream()
                            .flatMap(guest -> guest.said().stream())
                            .filter(one -> one.conversation().equals(conversation))
                            .map(Said::id)
                            .toList();
                    suite.eventually(() -> {
                        List<String> stored = RoomFaults.stored(owner, conversation);
                        if (!stored.equals(wanted)) {
                            throw new AssertionError("%d messages are in history, %d were accepted"
                                    .formatted(stored.size(), wanted.size()));
                        }
                    });
                });
    }

    /** Both nodes are new, one after the other, and Redis is empty. */
    private static void forgetIds(Scene scene) {
        for (int node = 1; node <= 2; node++) {
            scene.suite().kill("chat-service-" + node);
            scene.suite().awaitReady("chat-service-" + node);
        }
        try {
            ServerFaults.redis(scene.suite()).empty();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}
