package dev.postrider.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A room whose people come and go while others talk there. */
final class RoomFaults {
    private static final int SPEAKERS = 6;
    private static final int GUESTS = 3;
    private static final int ROUNDS = 8;
    private static final int SENTENCES = 4;
    private static final long BETWEEN_MILLIS = 150;
    private static final long TOLD_WITHIN_MILLIS = 1_000;
    private static final int SHOWN_MIN = 100;

    private RoomFaults() {}

    /** One who is let in and removed again and again, with a device on each node. */
    private record Guest(Person person, List<Device> devices, List<Absence> absences) {}

    /**
     * A time outside.
     *
     * @param from when the removal was answered, by the clock that the log's records have
     * @param until when the next joining was asked for
     */
    private record Absence(long from, long until) {}

    /** Guests come and go while the speakers talk and everybody else writes as before. */
    static String joinsAndRemovals(Scene scene) throws InterruptedException {
        Suite suite = scene.suite();
        List<Person> people = people(suite, SPEAKERS);
        Person owner = people.getFirst();
        List<Device> speakers = new ArrayList<>();
        for (int i = 0; i < SPEAKERS; i++) {
            speakers.add(people.get(i).opensAt(suite.chatNode(1 + i % 2)));
        }
        String room = room(owner, people.subList(1, SPEAKERS));
        List<Guest> guests = people(suite, GUESTS).stream()
                .map(person -> new Guest(
                        person,
                        List.of(person.opensAt(suite.chatNode(1)), person.opensAt(suite.chatNode(2))),
                        new ArrayList<>()))
                .toList();
        Map<Person, Long> outSince = new HashMap<>();
        List<String> said = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Guest guest : guests) {
                letIn(owner, room, guest, outSince);
                talk(speakers, room, said);
                outSince.put(guest.person(), remove(owner, room, guest.person()));
                talk(speakers, room, said);
            }
        }
        guests.forEach(guest -> letIn(owner, room, guest, outSince));
        scene.await("every word has an answer", Trial.STARTED_WITHIN, () -> answered(speakers) == said.size());
        judge(suite, room, owner, speakers, guests, said);
        speakers.forEach(Device::close);
        guests.forEach(guest -> guest.devices().forEach(Device::close));
        return "%d joinings and %d removals while %d messages were said in the room"
                .formatted(GUESTS * (ROUNDS + 1), GUESTS * ROUNDS, said.size());
    }

    private static List<Person> people(Suite suite, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Person.registers(suite.gateway(), "guest"))
                .toList();
    }

    static String room(Person owner, List<Person> members) {
        String id = owner.rest()
                .post("/api/rooms", Map.of("name", "the yard", "visibility", "private"))
                .requireStatus(201)
                .body()
                .path("room")
                .path("id")
                .asText();
        List<String> ids = members.stream().map(Person::id).toList();
        if (!ids.isEmpty()) {
            owner.rest()
                    .post("/api/rooms/" + id + "/members", Map.of("users", ids))
                    .requireStatus(200);
        }
        return id;
    }

    private static void letIn(Person owner, String room, Guest guest, Map<Person, Long> outSince) {
        long asked = System.currentTimeMillis();
        Long since = outSince.remove(guest.person());
        if (since != null) {
            guest.absences().add(new Absence(since, asked));
        }
        letIn(owner, room, guest.person());
    }

    static void letIn(Person owner, String room, Person guest) {
        owner.rest()
                .post("/api/rooms/" + room + "/members", Map.of("users", List.of(guest.id())))
                .requireStatus(200);
    }

    /** When the removal was answered, by the clock that the log's records have. */
    static long remove(Person owner, String room, Person guest) {
        owner.rest().delete("/api/rooms/" + room + "/members/" + guest.id()).requireStatus(204);
        return System.currentTimeMillis();
    }

    private static void talk(List<Device> speakers, String room, List<String> said) throws InterruptedException {
        for (int i = 0; i < SENTENCES; i++) {
            for (Device speaker : speakers) {
                String id = Device.newId();
                speaker.says(new ClientFrame.Send(id, room, "word " + said.size(), null, null, null, null, null));
                said.add(id);
            }
            Scene.hold(BETWEEN_MILLIS * 2);
        }
    }

    private static long answered(List<Device> speakers) {
        return speakers.stream()
                .mapToLong(one -> one.heard(ServerFrame.Accepted.class).size())
                .sum();
    }

    /** Nobody heard what was said in their absence; everybody who is there now sees all of it, in one order. */
    private static void judge(
            Suite suite, String room, Person owner, List<Device> speakers, List<Guest> guests, List<String> said) {
        for (Guest guest : guests) {
            for (Device device : guest.devices()) {
                device.heard(Event.Message.class).stream()
                        .filter(message -> message.conversation().equals(room))
                        .forEach(message -> guest.absences().forEach(absence -> notWithin(message, absence)));
            }
        }
        suite.eventually(() -> {
            int stored = stored(owner, room).size();
            if (stored != said.size()) {
                throw new AssertionError("%d of %d messages are in history".formatted(stored, said.size()));
            }
        });
        List<String> order = stored(owner, room);
        for (Device speaker : speakers) {
            speaker.reconnects();
            shows(order, speaker.messagesOf(room));
        }
        for (Guest guest : guests) {
            Device one = guest.devices().getFirst();
            one.reconnects();
            shows(order, one.messagesOf(room));
        }
    }

    private static void notWithin(Event.Message message, Absence absence) {
        long at = message.at().toEpochMilli();
        if (at > absence.from() + TOLD_WITHIN_MILLIS && at < absence.until()) {
            throw new AssertionError("heard %d, said %d ms after the removal was answered"
                    .formatted(message.position(), at - absence.from()));
        }
    }

    /** Every message of the room, page by page. */
    static List<String> stored(Person person, String room) {
        List<String> ids = new ArrayList<>();
        String after = "-1";
        for (JsonNode page = page(person, room, after); !page.isEmpty(); page = page(person, room, after)) {
            page.forEach(message -> ids.add(message.path("id").asText()));
            after = page.get(page.size() - 1).path("position").asText();
        }
        return ids;
    }

    private static JsonNode page(Person person, String room, String after) {
        return person.rest()
                .get("/api/conversations/" + room + "/messages?types=message&limit=200&after=" + after)
                .requireStatus(200)
                .body()
                .path("messages");
    }

    /** A device that was told to load anew shows the newest page, which has system lines too. */
    private static void shows(List<String> order, List<String> shown) {
        List<String> newest = order.subList(Math.max(0, order.size() - shown.size()), order.size());
        if (shown.size() < SHOWN_MIN || !newest.equals(shown)) {
            throw new AssertionError(
                    "shows %d messages, not the newest of %d in their order".formatted(shown.size(), order.size()));
        }
    }
}
