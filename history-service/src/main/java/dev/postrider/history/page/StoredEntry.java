package dev.postrider.history.page;

import dev.postrider.contracts.rest.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry that is nobody's view yet: what depends on the viewer is worked out by {@link #seenBy}.
 *
 * @param entry a message without its reactions, or a system line
 * @param reactions those in force, in the order of the log
 */
public record StoredEntry(Entry entry, List<ReactionBy> reactions) {
    private static final int USERS_SHOWN = 10;

    /** One user's reaction in force. */
    public record ReactionBy(String emoji, String user) {}

    /** The entry as this user sees it. */
    public Entry seenBy(String viewer) {
        return entry instanceof Entry.Message message && !reactions.isEmpty() ? withReactions(message, viewer) : entry;
    }

    private Entry.Message withReactions(Entry.Message m, String viewer) {
        return new Entry.Message(
                m.conversation(),
                m.position(),
                m.id(),
                m.from(),
                m.body(),
                m.at(),
                m.replyTo(),
                m.thread(),
                m.mentions(),
                m.everyone(),
                m.key(),
                m.value(),
                m.data(),
                m.edited(),
                m.deleted(),
                counted(viewer),
                m.replies(),
                m.pinned());
    }

    private List<Entry.Reaction> counted(String viewer) {
        Map<String, List<String>> users = new LinkedHashMap<>();
        reactions.forEach(one ->
                users.computeIfAbsent(one.emoji(), emoji -> new ArrayList<>()).add(one.user()));
        return users.entrySet().stream()
                .map(one -> new Entry.Reaction(
                        one.getKey(),
                        one.getValue().size(),
                        one.getValue().contains(viewer),
                        one.getValue().stream().limit(USERS_SHOWN).toList()))
                .toList();
    }
}
