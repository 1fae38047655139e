package dev.postrider.history.unread;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Everyone;
import dev.postrider.contracts.frame.LeaveReason;
import dev.postrider.contracts.rest.RoomChange;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.history.support.LogPen;
import dev.postrider.history.support.Talk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A room in which whatever moves an unread count happens, drawn from a seed and written into the log as chat-service
 * would: messages and thread replies, some of which name people or everyone; edits that name others; deletions; marks
 * forward and back; leaving and coming back; resends.
 */
final class DrawnRoom {
    private static final long NOWHERE = Event.UNSTAMPED;

    private final Random random;
    private final boolean coming;
    private final Talk room = Talk.room();
    private final List<String> people =
            IntStream.range(0, 4).mapToObj(i -> Talk.user()).toList();
    private final TreeSet<String> members = new TreeSet<>(people);
    private final List<Event> log = new ArrayList<>();
    private final List<Live> live = new ArrayList<>();
    private final Map<String, Long> since = new HashMap<>();
    private final List<Event.Message> messages = new ArrayList<>();
    private long changes;

    DrawnRoom(long seed) {
        this(seed, true);
    }

    /** @param coming whether people leave and come back */
    DrawnRoom(long seed, boolean coming) {
        this.coming = coming;
        random = new Random(seed);
        Settings.Visible visible = seed % 3 == 0 ? Settings.Visible.joined : Settings.Visible.all;
        Settings settings =
                new Settings(visible, Settings.Who.members, Settings.Who.members, Settings.Who.members, 0, null);
        String owner = people.getFirst();
        RoomChange all = new RoomChange("room", "", RoomChange.Visibility.PRIVATE, false, settings);
        append(new Event.Room(id(), NOWHERE, owner, Instant.EPOCH, all, ++changes));
        append(new Event.Joined(id(), NOWHERE, owner, people, Event.Role.Name.member, Instant.EPOCH, ++changes));
    }

    String id() {
        return room.conversation();
    }

    List<String> people() {
        return people;
    }

    /** As it stands in the log. */
    List<Event> log() {
        return log;
    }

    /** What the live path tells, and whom. */
    record Live(Event event, Set<String> audience) {}

    /** What the live path makes of {@code log().get(index)}: of a resend, the message where it stood first. */
    Live live(int index) {
        return live.get(index);
    }

    void write(int events) {
        for (int end = log.size() + events; log.size() < end; ) {
            step(pick(people));
        }
    }

    private void step(String who) {
        if (!members.contains(who)) {
            if (random.nextInt(3) == 0) {
                members.add(who);
                append(new Event.Joined(
                        id(), NOWHERE, who, List.of(who), Event.Role.Name.member, Instant.EPOCH, ++changes));
            }
            return;
        }
        switch (random.nextInt(messages.isEmpty() ? 1 : coming ? 16 : 15)) {
            case 0, 1, 2, 3, 4 -> say(who);
            case 5, 6 -> mark(who, messages.getLast().position());
            case 7, 8, 9 -> mark(who, pick(messages).position() - random.nextInt(2));
            case 10 -> resend(pick(messages));
            case 11, 12 -> edit(pick(messages));
            case 13, 14 -> delete(messages.get(messages.size() - 1 - random.nextInt(Math.min(6, messages.size()))));
            default -> leave(who);
        }
    }

    private void say(String who) {
        Long thread = messages.isEmpty() || random.nextInt(3) > 0
                ? null
                : pick(messages).position();
        Everyone everyone = random.nextInt(6) == 0 ? pick(List.of(Everyone.values())) : null;
        ClientFrame.Send send = new ClientFrame.Send(
                Talk.id(), id(), "text " + random.nextInt(), null, thread, named(), everyone, null);
        messages.add((Event.Message) append(Event.Message.of(who, send)));
    }

    private @Nullable List<String> named() {
        return random.nextInt(3) > 0 ? null : List.of(pick(people));
    }

    private void mark(String who, long upTo) {
        append(new Event.Read(id(), NOWHERE, who, upTo, Instant.EPOCH));
    }

    /** Heard again by those who were members when it was sent, where it was sent. */
    private void resend(Event.Message message) {
        log.add(LogPen.stamped(message, LogPen.later(message)));
        Set<String> then = new TreeSet<>(members);
        then.removeIf(member -> since.getOrDefault(member, Long.MAX_VALUE) > message.position());
        live.add(new Live(message, then));
    }

    private void edit(Event.Message message) {
        append(new Event.Edited(
                id(), NOWHERE, Talk.id(), message.position(), message.from(), Instant.EPOCH, "edited", named()));
    }

    private void delete(Event.Message message) {
        append(new Event.Deleted(id(), NOWHERE, Talk.id(), message.position(), message.from(), Instant.EPOCH));
    }

    private void leave(String who) {
        if (members.size() > 1) {
            members.remove(who);
            append(new Event.Left(id(), NOWHERE, who, who, Instant.EPOCH, LeaveReason.left, ++changes));
        }
    }

    private Event append(Event event) {
        Event stamped = LogPen.stamped(event, LogPen.later(event));
        log.add(stamped);
        if (stamped instanceof Event.Joined joined) {
            joined.users().forEach(user -> since.put(user, joined.position()));
        }
        Set<String> audience = new TreeSet<>(members);
        if (event instanceof Event.Left left) {
            audience.add(left.user());
        }
        live.add(new Live(stamped, audience));
        return stamped;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
