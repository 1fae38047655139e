package dev.postrider.history.page;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.Conversation;
import dev.postrider.contracts.rest.Entry;
import dev.postrider.contracts.rest.Marks;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.topic.Position;
import dev.postrider.history.fold.RoomState;
import dev.postrider.history.page.Summary.Unread;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation's newest page as Redis keeps it, with the membership it was read with: nobody whom it does not name
 * is served from it.
 *
 * @param generation of the tables that it was read from
 * @param older whether older entries exist
 * @param asOf everything up to here is in it
 */
public record KeptPage(
        int generation,
        String conversation,
        Conversation.Kind kind,
        RoomState room,
        long asOf,
        long lastAt,
        boolean older,
        List<StoredEntry> entries,
        List<KeptMember> members,
        @Nullable List<Marks> marks) {

    /** A member, the least position they may see, and how far they had read. */
    public record KeptMember(String user, Event.Role.@Nullable Name role, long visibleFrom, long readPosition) {}

    Optional<KeptMember> member(String user) {
        return members.stream().filter(one -> one.user().equals(user)).findFirst();
    }

    /** What this member may see of it. */
    PageReader.Stretch stretch(KeptMember member, PageRequest request) {
        List<StoredEntry> seen = entries.stream()
                .filter(one -> one.entry().position() >= member.visibleFrom())
                .filter(one -> !request.messagesOnly() || one.entry() instanceof Entry.Message)
                .toList();
        int surplus = Math.max(0, seen.size() - request.limit());
        boolean hidden = seen.size() < entries.size() && !request.messagesOnly();
        return new PageReader.Stretch(
                seen.subList(surplus, seen.size()), surplus > 0 || (older && !hidden), false, asOf);
    }

    /** The conversation as the list shows it; unread as far as these entries tell. */
    Summary summary(KeptMember member, int listedMax) {
        List<StoredEntry> messages = entries.stream()
                .filter(one -> one.entry() instanceof Entry.Message)
                .filter(one -> one.entry().position() >= member.visibleFrom())
                .toList();
        ConversationRow row = new ConversationRow(
                conversation,
                kind,
                0,
                asOf,
                messages.isEmpty() ? Position.NONE : messages.getLast().entry().position(),
                lastAt,
                room,
                member.role(),
                true,
                Position.NONE,
                Position.NONE,
                member.visibleFrom(),
                member.readPosition(),
                Settings.Mine.DEFAULTS);
        return new Summary(
                row,
                messages.isEmpty() ? null : messages.getLast(),
                unread(messages, member),
                members.size(),
                members.size() > listedMax
                        ? null
                        : members.stream().map(KeptMember::user).toList(),
                marks);
    }

    private static Unread unread(List<StoredEntry> messages, KeptMember member) {
        List<Entry.Message> unread = messages.stream()
                .map(one -> (Entry.Message) one.entry())
                .filter(one -> one.position() > member.readPosition())
                .filter(one -> one.deleted() == null && !one.from().equals(member.user()))
                .toList();
        long named = unread.stream().filter(one -> names(one, member.user())).count();
        return new Unread(
                unread.size(),
                (int) named,
                unread.isEmpty() ? null : unread.getFirst().position());
    }

    private static boolean names(Entry.Message message, String user) {
        return (message.mentions() != null && message.mentions().contains(user))
                || message.everyone() == dev.postrider.contracts.frame.Everyone.MEMBERS;
    }
}
