package dev.postrider.history.sync;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.SyncAnswer.Changed;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.history.page.ConversationRow;
import dev.postrider.history.page.Summary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one consistent read found, but for names.
 *
 * @param vector how far history had read at that moment: the next cursor
 */
record Catchup(LogVector vector, List<Part> parts) {

    /**
     * One changed conversation.
     *
     * @param summary null of one's own stream, and of what one is no member of any more
     */
    record Part(ConversationRow row, @Nullable Summary summary, long asOf, boolean limited, List<Event> events) {

        Changed seenBy(String viewer, Map<String, User> users) {
            return summary == null ? bare() : Changed.of(summary.seenBy(viewer, users), asOf, limited, events);
        }

        private Changed bare() {
            return new Changed(
                    row.id(),
                    row.kind(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    asOf,
                    limited,
                    row.isOwnStream() ? null : true,
                    events);
        }
    }

    List<Summary> summaries() {
        return parts.stream()
                .map(Part::summary)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
