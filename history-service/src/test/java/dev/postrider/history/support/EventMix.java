package dev.postrider.history.support;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Everyone;
import dev.postrider.contracts.frame.LeaveReason;
import dev.postrider.contracts.rest.RoomChange;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import dev.postrider.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Seeded mixes of every kind of event that stands in the log, in direct conversations, rooms, feeds and own streams, as
 * chat-service would append them: edits by authors only, room changes by number. With {@code rough} there are repeats
 * too, and what has no effect: strangers' edits, targets that are none, records that nobody can use.
 */
public final class EventMix {
    private static final int AT_ONCE = 20;
    private static final long NOWHERE = Event.UNSTAMPED;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> EMOJIS = List.of("👍", "🎉", "❤️", "👍🏽");

    private final Random random;
    private final boolean rough;
    private final List<String> people =
            IntStream.range(0, 5).mapToObj(i -> Talk.user()).toList();
    private final List<Place> places = new ArrayList<>();
    private final List<Event> written = new ArrayList<>();
    private final List<OnTheWay> onTheWay = new ArrayList<>();
    private final List<Set<String>> audiences = new ArrayList<>();

    public EventMix(long seed, boolean rough) {
        this.random = new Random(seed);
        this.rough = rough;
        direct(0, 1);
        direct(0, 2);
        direct(3, 3);
        room(Settings.Visible.all, 0, 1, 2, 3);
        room(Settings.Visible.joined, 1, 0);
        arrive();
        String feed = "feed:mix-" + Math.abs(random.nextInt());
        places.add(new Place(feed, true, new TreeSet<>(List.of(people.get(0), people.get(4)))));
        places.add(new Place(feed + ":" + people.get(1), true, new TreeSet<>(List.of(people.get(1)))));
    }

    private record OnTheWay(Event event, Future<RecordMetadata> appended, Set<String> audience) {}

    /** A conversation, who is in it now, and what may be spoken about. */
    private static final class Place {
        final String id;
        final boolean isFeed;
        final TreeSet<String> members;
        final List<Event.Message> messages = new ArrayList<>();
        long changes;

        Place(String id, boolean isFeed, TreeSet<String> members) {
            this.id = id;
            this.isFeed = isFeed;
            this.members = members;
        }

        boolean isRoom() {
            return id.startsWith("room:");
        }
    }

    public List<String> people() {
        return people;
    }

    public List<String> conversations() {
        return places.stream().map(place -> place.id).toList();
    }

    /** Everything written so far, as it stands in the log. */
    public List<Event> written() {
        return written;
    }

    /** Whom the live path would tell of {@code written().get(index)}. */
    public Set<String> audience(int index) {
        return audiences.get(index);
    }

    /** What a welcome would say now. */
    public String through() {
        long[] next = LogVector.start(0).toArray();
        written.forEach(one -> next[LogPartitions.of(one.conversation())] =
                Math.max(next[LogPartitions.of(one.conversation())], Position.offset(one.position()) + 1));
        return LogVector.of(0, next).text();
    }

    public void write(int events) {
        for (int end = written.size() + events; written.size() + onTheWay.size() < end; ) {
            step();
        }
        arrive();
    }

    /** Waits until all of it stands in the tables. */
    public void awaitStored() {
        Map<Integer, Long> last = new HashMap<>();
        written.forEach(one -> last.merge(LogPartitions.of(one.conversation()), one.position(), Math::max));
        last.forEach((partition, position) -> await().atMost(PATIENCE)
                .until(() -> Tables.number(
                                "SELECT next FROM progress WHERE topic = ? AND part = ?",
                                Topics.LOG.topicName(),
                                partition)
                        > Position.offset(position)));
    }

    private void step() {
        Place place = pick(places);
        if (rough && random.nextInt(40) == 0) {
            odd(place);
            return;
        }
        if (random.nextInt(12) == 0) {
            own(pick(people));
            return;
        }
        if (place.isRoom() && random.nextInt(4) == 0) {
            roomChange(place);
            return;
        }
        if (place.members.isEmpty()) {
            return;
        }
        String who = pick(new ArrayList<>(place.members));
        Event.Message some = place.messages.isEmpty() ? null : pick(place.messages);
        if (some == null || random.nextInt(3) == 0) {
            say(place, who, some);
        } else {
            about(place, who, some);
        }
    }

    private void say(Place place, String who, Event.@Nullable Message some) {
        String id = Talk.id();
        Long thread = some != null && random.nextInt(4) == 0 ? some.position() : null;
        Long quoted = some != null && random.nextInt(5) == 0 ? some.position() : null;
        List<String> named = random.nextInt(4) == 0 ? List.of(pick(people), who) : null;
        Everyone everyone = random.nextInt(12) == 0 ? pick(List.of(Everyone.values())) : null;
        Event.Message message = place.isFeed
                ? new Event.Message(
                        place.id,
                        NOWHERE,
                        id,
                        feedOf(place),
                        "price " + random.nextInt(),
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        null,
                        "key-" + random.nextInt(3),
                        random.nextDouble(),
                        JsonNodeFactory.instance.objectNode().put("n", random.nextInt()))
                : Event.Message.of(
                        who,
                        new ClientFrame.Send(
                                id,
                                place.id,
                                "text " + random.nextInt() + " é🦊",
                                quoted,
                                thread,
                                named,
                                everyone,
                                null));
        append(message);
    }

    private static String feedOf(Place place) {
        return place.id.split(":")[1];
    }

    private void about(Place place, String who, Event.Message some) {
        long target = some.position();
        String author = some.from();
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                if (!place.isFeed) {
                    append(new Event.Edited(
                            place.id,
                            NOWHERE,
                            Talk.id(),
                            target,
                            author,
                            Instant.EPOCH,
                            "edited " + random.nextInt(),
                            random.nextInt(3) == 0 ? List.of(pick(people)) : null));
                }
            }
            case 2 -> append(new Event.Deleted(place.id, NOWHERE, Talk.id(), target, author, Instant.EPOCH));
            case 3, 4, 5 ->
                append(new Event.Reacted(
                        place.id, NOWHERE, Talk.id(), target, who, Instant.EPOCH, pick(EMOJIS), random.nextInt(3) > 0));
            case 6 ->
                append(new Event.Pinned(
                        place.id, NOWHERE, Talk.id(), target, who, Instant.EPOCH, random.nextBoolean()));
            case 7 -> append(new Event.Delivered(place.id, NOWHERE, who, target, Instant.EPOCH));
            case 8 -> append(new Event.Read(place.id, NOWHERE, who, target, Instant.EPOCH));
            default -> append(new Event.Voided(place.id, NOWHERE, who, Talk.id(), Instant.EPOCH));
        }
    }

    private void own(String who) {
        String own = new ConversationId.Own(who).text();
        if (random.nextInt(3) == 0) {
            append(new Event.Blocked(own, NOWHERE, Instant.EPOCH, pick(people), random.nextBoolean()));
            return;
        }
        Settings.Mine mine = new Settings.Mine(
                pick(List.of(Settings.Notify.values())),
                random.nextInt(3) == 0 ? Instant.EPOCH.plusSeconds(2_000_000_000L + random.nextInt(9)) : null,
                random.nextBoolean(),
                random.nextInt(4) == 0);
        append(new Event.Mine(own, NOWHERE, Instant.EPOCH, pick(places).id, mine));
    }

    private void roomChange(Place room) {
        String who = pick(people);
        switch (random.nextInt(8)) {
            case 0, 1 -> join(room, who, pick(List.of(Event.Role.Name.values())));
            case 2 -> leave(room, who);
            case 3 -> {
                // Out and in again at once: whatever a batch holds of it, the tables tell the same.
                leave(room, who);
                join(room, who, Event.Role.Name.member);
            }
            case 4 ->
                append(new Event.Role(
                        room.id,
                        NOWHERE,
                        who,
                        who,
                        Instant.EPOCH,
                        pick(List.of(Event.Role.Name.values())),
                        ++room.changes));
            case 5 -> changed(room, who, new RoomChange(null, "about " + random.nextInt(9), null, null, null));
            case 6 -> {
                if (random.nextInt(6) == 0) {
                    changed(room, who, RoomChange.deletion());
                    places.remove(room);
                }
            }
            default -> {
                // Who sees more or less all at once needs a reload, which the live path does not tell.
                Settings settings = rough ? showing(pick(List.of(Settings.Visible.values()))) : null;
                changed(room, who, new RoomChange("room " + random.nextInt(9), null, null, null, settings));
            }
        }
    }

    private void changed(Place room, String who, RoomChange fields) {
        append(new Event.Room(room.id, NOWHERE, who, Instant.EPOCH, fields, ++room.changes));
    }

    private void join(Place room, String who, Event.Role.Name role) {
        if (room.members.add(who)) {
            append(new Event.Joined(room.id, NOWHERE, who, List.of(who), role, Instant.EPOCH, ++room.changes));
        }
    }

    private void leave(Place room, String who) {
        if (room.members.remove(who)) {
            LeaveReason reason = pick(List.of(LeaveReason.values()));
            String by = reason == LeaveReason.removed || reason == LeaveReason.banned ? pick(people) : who;
            append(new Event.Left(room.id, NOWHERE, by, who, Instant.EPOCH, reason, ++room.changes));
        }
    }

    private void odd(Place place) {
        switch (random.nextInt(5)) {
            case 0 -> LogPen.raw(place.id, "{\"schema\":1,\"type\":\"nothing anybody knows\"}");
            case 1 -> append(new Event.Edited(place.id, NOWHERE, Talk.id(), 7, pick(people), Instant.EPOCH, "x", null));
            case 2 ->
                append(new Event.Reacted(
                        place.id, NOWHERE, Talk.id(), 1L << 40, pick(people), Instant.EPOCH, pick(EMOJIS), true));
            default -> {
                if (!written.isEmpty()) {
                    append(pick(written));
                }
            }
        }
    }

    private void append(Event event) {
        onTheWay.add(new OnTheWay(event, LogPen.later(event), audienceOf(event)));
        if (onTheWay.size() >= AT_ONCE) {
            arrive();
        }
    }

    /** All that was appended gets its position; only from then on others may speak of it. */
    private void arrive() {
        for (OnTheWay one : onTheWay) {
            Event stamped = LogPen.stamped(one.event, one.appended);
            written.add(stamped);
            audiences.add(one.audience);
            if (stamped instanceof Event.Message message) {
                places.stream()
                        .filter(place -> place.id.equals(message.conversation()))
                        .forEach(place -> place.messages.add(message));
            }
        }
        onTheWay.clear();
    }

    /** The members as they are after it; of a leaving also the one who left. Nobody has joined the feed. */
    private Set<String> audienceOf(Event event) {
        Set<String> audience = new TreeSet<>();
        if (event instanceof Event.Left left) {
            audience.add(left.user());
        }
        ConversationId.parse(event.conversation())
                .filter(ConversationId.Own.class::isInstance)
                .ifPresent(own -> audience.add(((ConversationId.Own) own).userId()));
        places.stream()
                .filter(place -> place.id.equals(event.conversation()))
                .filter(place -> !(ConversationId.parse(place.id).orElseThrow() instanceof ConversationId.Feed))
                .forEach(place -> audience.addAll(place.members));
        return audience;
    }

    private void direct(int one, int other) {
        ConversationId.Direct id = ConversationId.direct(people.get(one), people.get(other));
        places.add(new Place(id.text(), false, new TreeSet<>(id.members())));
    }

    private static Settings showing(Settings.Visible visible) {
        return new Settings(visible, Settings.Who.members, Settings.Who.members, Settings.Who.admins, 0, null);
    }

    private void room(Settings.Visible visible, int... who) {
        Place room = new Place(Talk.room().conversation(), false, new TreeSet<>());
        places.add(room);
        List<String> first = IntStream.of(who).mapToObj(people::get).toList();
        room.members.addAll(first);
        append(new Event.Room(
                room.id,
                NOWHERE,
                first.getFirst(),
                Instant.EPOCH,
                new RoomChange("room", "what it is about", RoomChange.Visibility.PRIVATE, false, showing(visible)),
                ++room.changes));
        append(new Event.Joined(
                room.id, NOWHERE, first.getFirst(), first, Event.Role.Name.member, Instant.EPOCH, ++room.changes));
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
