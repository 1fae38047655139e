package dev.postrider.chat.room;

import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rest.Room;
import dev.postrider.contracts.rest.RoomChange.Visibility;
import dev.postrider.contracts.rest.Settings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A room as its tables have it, under its lock where it is to be changed.
 *
 * @param change the number of its newest change
 * @param members how many there are
 * @param people what those are or were to it whom one asked about; nothing of the others
 * @param invited whether the caller holds an invitation that opens it now
 * @param crowded who of those whom one asked about is in as many rooms as one may be in
 * @param heir who becomes the owner when the owner leaves: the longest-serving admin, else member, else reader
 */
public record RoomFacts(
        String id,
        String name,
        String topic,
        Visibility visibility,
        boolean archived,
        Settings settings,
        Instant createdAt,
        long change,
        int members,
        Map<String, Person> people,
        boolean invited,
        Set<String> crowded,
        Optional<String> heir) {

    /** Where nobody holds an invitation, or is in too many rooms. */
    public RoomFacts(
            String id,
            String name,
            String topic,
            Visibility visibility,
            boolean archived,
            Settings settings,
            Instant createdAt,
            long change,
            int members,
            Map<String, Person> people,
            Optional<String> heir) {
        this(
                id,
                name,
                topic,
                visibility,
                archived,
                settings,
                createdAt,
                change,
                members,
                people,
                false,
                Set.of(),
                heir);
    }

    RoomFacts with(boolean isInvited, Set<String> nowCrowded) {
        return new RoomFacts(
                id,
                name,
                topic,
                visibility,
                archived,
                settings,
                createdAt,
                change,
                members,
                people,
                isInvited,
                nowCrowded,
                heir);
    }

    /** What somebody is or was to a room. */
    public record Person(boolean present, boolean banned, Role.Name role, Instant joinedAt) {}

    public String conversation() {
        return "room:" + id;
    }

    public Optional<Role.Name> roleOf(String user) {
        return Optional.ofNullable(people.get(user)).filter(Person::present).map(Person::role);
    }

    public boolean isBanned(String user) {
        return people.containsKey(user) && people.get(user).banned();
    }

    /** Whether this user may know that the room exists. */
    public boolean visibleTo(String user) {
        return visibility == Visibility.PUBLIC || roleOf(user).isPresent();
    }

    /** What is told of it to one who may know of it. */
    public Room asSeenBy(String user) {
        Person mine = people.get(user);
        return new Room(
                conversation(),
                name,
                topic,
                visibility,
                archived,
                members,
                createdAt,
                settings,
                mine == null || !mine.present() ? null : new Room.Membership(mine.role(), mine.joinedAt()));
    }
}
