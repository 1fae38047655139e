package dev.postrider.chat.draft;

import dev.postrider.chat.database.DatabaseAway;
import dev.postrider.chat.presence.LiveFanout;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.Draft;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's drafts, one for each conversation. Changes are told to all sockets of that person, best effort: whoever
 * missed one asks again after the next welcome. Calls fail with {@code unavailable} while the database is away.
 */
@ApplicationScoped
public class Drafts {
    private final DraftStore store;
    private final LiveFanout fanout;
    private final Clock clock;

    Drafts(DraftStore store, LiveFanout fanout, Clock clock) {
        this.store = store;
        this.fanout = fanout;
        this.clock = clock;
    }

    /** Newest first. */
    public Uni<List<Draft>> ofUser(String user) {
        return DatabaseAway.unavailableIn(store.ofUser(user))
                .map(rows -> rows.stream().map(DraftRow::toDraft).toList());
    }

    /** Takes the place of the one there was. */
    public Uni<Draft> put(
            String user, String conversation, String body, @Nullable Long replyTo, @Nullable Long thread) {
        Draft draft =
                new Draft(conversation, body, replyTo, thread, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return DatabaseAway.unavailableIn(store.put(user, draft))
                .invoke(() -> tell(user, conversation, draft))
                .replaceWith(draft);
    }

    /** Also where there was none. */
    public Uni<Void> remove(String user, String conversation) {
        return DatabaseAway.unavailableIn(store.remove(user, conversation))
                .invoke(() -> tell(user, conversation, null))
                .replaceWithVoid();
    }

    /** Lets what lies below them load. Fails where the database is away. */
    public Uni<Void> warm() {
        return store.warm();
    }

    void ended(SentDraft sent) {
        tell(sent.user(), sent.conversation(), null);
    }

    private void tell(String user, String conversation, @Nullable Draft draft) {
        fanout.send(List.of(user), new ServerFrame.Draft(conversation, draft));
    }
}
