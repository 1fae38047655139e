package dev.postrider.chat.room;

import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.rule.ConversationId.Direct;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is in a conversation, and how it works; as it was at one moment. */
public sealed interface Roster {

    /** Everybody who reads there. Finding one of them costs the same whatever their number. */
    Set<String> members();

    /**
     * Two people, or one with notes to oneself.
     *
     * @param blocked one of the two has blocked the other
     */
    record OfDirect(Set<String> members, boolean blocked) implements Roster {
        public static OfDirect of(Direct direct, boolean blocked) {
            return new OfDirect(Collections.unmodifiableSet(new LinkedHashSet<>(direct.members())), blocked);
        }
    }

    /** A room whose log shows these as members. */
    record OfRoom(Map<String, Seat> seats, long newestSince, boolean archived, Settings settings) implements Roster {
        public static OfRoom of(Map<String, Seat> seats, boolean archived, Settings settings) {
            long newest = seats.values().stream().mapToLong(Seat::since).max().orElse(0);
            return new OfRoom(Collections.unmodifiableMap(new LinkedHashMap<>(seats)), newest, archived, settings);
        }

        @Override
        public Set<String> members() {
            return seats.keySet();
        }

        @Override
        public Collection<String> membersAt(long position) {
            return position >= newestSince
                    ? members()
                    : seats.entrySet().stream()
                            .filter(one -> one.getValue().since() <= position)
                            .map(Map.Entry::getKey)
                            .toList();
        }

        Role.Name roleOf(String user) {
            Seat seat = seats.get(user);
            return seat == null ? Role.Name.reader : seat.role();
        }

        /** The position of this member's joining. */
        public long since(String user) {
            Seat seat = seats.get(user);
            return seat == null ? Long.MAX_VALUE : seat.since();
        }

        /** Those who run the room. */
        public Collection<String> admins() {
            return seats.entrySet().stream()
                    .filter(one -> one.getValue().role().compareTo(Role.Name.admin) >= 0)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /**
     * A member's place.
     *
     * @param since the position of their joining
     */
    record Seat(Role.Name role, long since) {}

    /** Those who were members already when this position was taken: what stands before a joining is no live news. */
    default Collection<String> membersAt(long position) {
        return members();
    }

    /** Up to so many members see each other's marks and typing. */
    int MARKS_MEMBERS_MAX = 100;

    /** Up to so many members hear live who joins, leaves and changes role; of larger rooms those who run them. */
    int COMINGS_MEMBERS_MAX = 500;

    /** Who hears live of somebody's mark: of larger rooms only that person's own devices. */
    default Collection<String> hearersOfMarks(String user) {
        return members().size() <= MARKS_MEMBERS_MAX ? members() : List.of(user);
    }
}
