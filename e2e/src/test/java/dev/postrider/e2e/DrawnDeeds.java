package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.testkit.client.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What three people do to each other and to two rooms, drawn from a seed: whatever a client can cause. What is refused is
 * refused, as right or rate will have it; nothing may be answered with a fault of the server's.
 */
final class DrawnDeeds {
    private static final List<String> EMOJIS = List.of("%F0%9F%91%8D", "%F0%9F%90%B4");

    private final Random random;
    private final List<Person> people;
    private final Person bystander;
    private final List<String> places = new ArrayList<>();
    private final Map<String, List<Long>> said = new HashMap<>();
    private int texts;

    DrawnDeeds(Random random, List<Person> people, Person bystander) {
        this.random = random;
        this.people = people;
        this.bystander = bystander;
        places.add(people.get(0).with(people.get(1)));
        places.add(room("all"));
        places.add(room("joined"));
        places.forEach(place -> says(people.getFirst(), place, Map.of()));
    }

    private String room(String history) {
        Person owner = people.getFirst();
        String id = owner.rest()
                .post(
                        "/api/rooms",
                        Map.of("name", "the barn", "visibility", "private", "settings", Map.of("history", history)))
                .requireStatus(201)
                .body()
                .at("/room/id")
                .asText();
        owner.rest()
                .post(
                        "/api/rooms/" + id + "/members",
                        Map.of("users", people.stream().skip(1).map(Person::id).toList()))
                .requireStatus(200);
        return id;
    }

    void some(int count) {
        for (int i = 0; i < count; i++) {
            one(pick(people), pick(places));
        }
    }

    private void one(Person who, String place) {
        String messages = "/api/conversations/" + place + "/messages/";
        List<Long> positions = in(place);
        long some = positions.get(positions.size() - 1 - random.nextInt(Math.min(12, positions.size())));
        switch (random.nextInt(place.startsWith("room:") ? 20 : 14)) {
            case 0, 1, 2 -> says(who, place, Map.of());
            case 3 -> says(who, place, Map.of("thread", positions.getFirst(), "replyTo", some));
            case 4 -> says(who, place, Map.of("mentions", List.of(pick(people).id())));
            case 5, 6 -> fair(who.rest().patch(messages + some, Map.of("body", "changed " + ++texts)));
            case 7 -> fair(who.rest().delete(messages + some));
            case 8, 9 -> fair(who.rest().put(messages + some + "/reactions/" + pick(EMOJIS), Map.of()));
            case 10 -> fair(who.rest().delete(messages + some + "/reactions/" + pick(EMOJIS)));
            case 11 -> pin(who, place, some);
            case 12 -> fair(who.rest().put("/api/conversations/" + place + "/read", Map.of("position", some)));
            case 13 -> mine(who, place);
            default -> ofRoom(who, place);
        }
    }

    private void ofRoom(Person who, String room) {
        Person owner = people.getFirst();
        Person other = people.get(1 + random.nextInt(2));
        String members = "/api/rooms/" + room + "/members/" + other.id();
        switch (random.nextInt(6)) {
            case 0 -> fair(owner.rest().patch("/api/rooms/" + room, Map.of("topic", "about " + ++texts)));
            case 1 -> fair(owner.rest().patch("/api/rooms/" + room, Map.of("name", "barn " + ++texts)));
            case 2 -> fair(owner.rest().put(members, Map.of("role", pick(List.of("admin", "member")))));
            case 3 -> fair(owner.rest().delete(members + pick(List.of("", "?ban=true"))));
            case 4 -> fair(other.rest().post("/api/rooms/" + room + "/leave", Map.of()));
            default -> {
                fair(owner.rest().delete("/api/rooms/" + room + "/bans/" + other.id()));
                fair(owner.rest().put(members, Map.of("role", "member")));
            }
        }
        fair(who.rest().put("/api/conversations/" + room + "/read", Map.of("position", in(room).getLast())));
    }

    private void pin(Person who, String place, long position) {
        String pin = "/api/conversations/" + place + "/pins/" + position;
        fair(random.nextInt(3) == 0 ? who.rest().delete(pin) : who.rest().put(pin, Map.of()));
    }

    private void mine(Person who, String place) {
        fair(who.rest()
                .patch(
                        "/api/conversations/" + place + "/mine",
                        Map.of("notify", pick(List.of("all", "none", "mentions")))));
    }

    /** In the end each kind has happened, those that are seldom drawn or that only a socket can cause, too. */
    void everyKindOnceMore(Device owners) {
        Person owner = people.get(0);
        Person other = people.get(1);
        String room = places.get(1);
        owner.rest().put("/api/rooms/" + room + "/members/" + other.id(), Map.of("role", "admin"));
        owner.rest().put("/api/rooms/" + room + "/members/" + other.id(), Map.of("role", "reader"));
        other.rest().post("/api/rooms/" + room + "/leave", Map.of());
        owner.rest().put("/api/rooms/" + room + "/members/" + other.id(), Map.of("role", "member"));
        owner.rest().put("/api/blocks/" + bystander.id(), Map.of()).requireStatus(204);
        mine(owner, room);
        long said = says(owner, room, Map.of());
        String dm = places.getFirst();
        owners.says(new ClientFrame.Delivered(dm, in(dm).getLast()));
        owner.rest().delete("/api/conversations/" + room + "/messages/" + said).requireStatus(200);
        // What may be a repeat and is refused: the log says that it will never appear. Somebody else's message, because
        // one that another node has just deleted may still be edited: that edit is dead where history reads it.
        says(other, dm, Map.of());
        String refused = Device.newId();
        owners.says(new ClientFrame.Edit(refused, dm, in(dm).getLast(), "nothing", null, true));
        owners.isRejected(refused);
    }

    private long says(Person who, String place, Map<String, Object> more) {
        Map<String, Object> message = new HashMap<>(more);
        message.put("body", "text " + ++texts);
        Answer answer = fair(who.rest().post("/api/conversations/" + place + "/messages", message));
        if (answer.status() == 201) {
            JsonNode body = answer.body();
            in(place).add(body.path("position").asLong());
        }
        return in(place).getLast();
    }

    private List<Long> in(String place) {
        return said.computeIfAbsent(place, none -> new ArrayList<>());
    }

    private static Answer fair(Answer answer) {
        assertTrue(answer.status() < 500, answer::toString);
        return answer;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
