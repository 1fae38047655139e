package dev.postrider.chat.presence;

import dev.postrider.chat.room.Membership.Standing;
import dev.postrider.chat.room.Roster;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.rule.ConversationId;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Rooms and blocks as a test says, the same for all nodes. */
final class FakeCompany implements Company {
    final Map<String, Map<String, Role.Name>> rooms = new ConcurrentHashMap<>();
    final Map<String, Set<String>> blocks = new ConcurrentHashMap<>();

    void room(String id, String... members) {
        Map<String, Role.Name> all = new TreeMap<>();
        for (String member : members) {
            all.put(member, Role.Name.member);
        }
        rooms.put(id, all);
    }

    void block(String one, String other) {
        blocks.put(one, Set.of(other));
        blocks.put(other, Set.of(one));
    }

    @Override
    public Uni<Standing> standing(String user, String conversation) {
        if (ConversationId.parse(conversation).orElse(null) instanceof ConversationId.Direct direct) {
            boolean blocked = blocks.getOrDefault(user, Set.of()).contains(direct.other(user));
            return Uni.createFrom().item(new Standing.Member(Roster.OfDirect.of(direct, blocked)));
        }
        Map<String, Role.Name> members = rooms.getOrDefault(conversation, Map.of());
        return Uni.createFrom()
                .item(members.containsKey(user) ? new Standing.Member(roster(members)) : new Standing.Stranger());
    }

    @Override
    public Uni<Set<String>> members(String room) {
        return Uni.createFrom()
                .item(Set.copyOf(rooms.getOrDefault(room, Map.of()).keySet()));
    }

    @Override
    public Uni<Set<String>> blocked(String user) {
        return Uni.createFrom().item(blocks.getOrDefault(user, Set.of()));
    }

    @Override
    public void blocksChanged(String user) {}

    private static Roster roster(Map<String, Role.Name> members) {
        Map<String, Roster.Seat> seats = new TreeMap<>();
        members.forEach((user, role) -> seats.put(user, new Roster.Seat(role, 1)));
        return Roster.OfRoom.of(seats, false, Settings.DEFAULTS);
    }
}
