package dev.postrider.history.page;

import dev.postrider.contracts.rest.Conversation;
import dev.postrider.contracts.rest.Marks;
import dev.postrider.contracts.rest.RoomChange;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.topic.LogPartitions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one user sees it, but for names, which auth-service knows.
 *
 * @param members listed ones; null where they are too many
 * @param marks of others; null where they are not told
 */
public record Summary(
        ConversationRow row,
        @Nullable StoredEntry last,
        Unread unread,
        @Nullable Integer memberCount,
        @Nullable List<String> members,
        @Nullable List<Marks> marks) {

    /** Exact to 999, 1000 means more. */
    public record Unread(int count, int mentions, @Nullable Long first) {
        public static final Unread NONE = new Unread(0, 0, null);
    }

    /** A direct conversation of two people who exist, in which nothing was said yet. */
    static Summary unbegun(ConversationId.Direct id) {
        ConversationRow row = ConversationRow.withoutRows(id.text(), Conversation.Kind.dm, LogPartitions.of(id.text()));
        return new Summary(row, null, Unread.NONE, id.members().size(), id.members(), List.of());
    }

    /** Everybody whose name is needed to show these. */
    public static Set<String> people(List<Summary> summaries) {
        Set<String> people = new LinkedHashSet<>();
        for (Summary one : summaries) {
            people.addAll(Objects.requireNonNullElse(one.members, List.of()));
        }
        return people;
    }

    /** The conversation with its names; a person unknown here is left out, and named by id. */
    public Conversation seenBy(String viewer, Map<String, User> users) {
        RoomChange room = row.room().present();
        return new Conversation(
                row.id(),
                Objects.requireNonNull(row.kind()),
                name(viewer, room, users),
                room.topic(),
                last == null ? null : last.seenBy(viewer),
                unread.count(),
                unread.mentions(),
                row.readPosition(),
                unread.first(),
                memberCount,
                members == null ? null : listed(members, users),
                row.role(),
                row.mine(),
                marks);
    }

    private static List<User> listed(List<String> members, Map<String, User> users) {
        List<User> listed = new ArrayList<>();
        for (String member : members) {
            User user = users.get(member);
            if (user != null) {
                listed.add(user.publicly());
            }
        }
        return listed;
    }

    private String name(String viewer, RoomChange room, Map<String, User> users) {
        return switch (ConversationId.parse(row.id()).orElseThrow()) {
            case ConversationId.Direct direct -> {
                User other = users.get(direct.other(viewer));
                yield other == null ? direct.other(viewer) : other.displayName();
            }
            case ConversationId.Room id -> Objects.requireNonNullElse(room.name(), id.id());
            case ConversationId.Feed feed -> feed.name();
            case ConversationId.PersonalFeed feed -> feed.name();
            case ConversationId.Own own -> own.userId();
        };
    }
}
