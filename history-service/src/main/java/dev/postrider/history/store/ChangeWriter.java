package dev.postrider.history.store;

import dev.postrider.history.fold.Changes;
import dev.postrider.history.fold.Ending;
import dev.postrider.history.fold.Head;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what a batch changed. Deletions come last, so that no text, mention, reaction or pin of a deleted message is
 * left, whatever the same batch wrote of it before.
 */
@ApplicationScoped
public class ChangeWriter {
    private final EntryWriter entries;
    private final EventWriter events;
    private final RegisterWriter registers;
    private final MemberWriter members;
    private final HeadWriter heads;
    private final Deletions deletions;
    private final EndingWriter endings;

    ChangeWriter(
            EntryWriter entries,
            EventWriter events,
            RegisterWriter registers,
            MemberWriter members,
            HeadWriter heads,
            Deletions deletions,
            EndingWriter endings) {
        this.entries = entries;
        this.events = events;
        this.registers = registers;
        this.members = members;
        this.heads = heads;
        this.deletions = deletions;
        this.endings = endings;
    }

    Uni<Void> write(SqlConnection connection, Changes changes) {
        return heads.write(connection, changes)
                .chain(anyNew -> members.write(connection, changes, anyNew))
                .chain(() -> entries.write(connection, changes))
                .chain(() -> events.write(connection, changes.others()))
                .chain(() -> registers.write(connection, changes))
                .chain(() -> deletions.write(connection, changes.deleted()))
                .chain(() -> endings.write(connection, changes));
    }

    /** Conversations of which anything changed. */
    static Set<String> touched(Changes changes) {
        return changes.heads().stream().map(Head::conversation).collect(Collectors.toUnmodifiableSet());
    }

    /** Conversations in which a text is gone for good. */
    static Set<String> purged(Changes changes) {
        return Stream.concat(
                        changes.deleted().stream().map(state -> state.message().conversation()),
                        changes.endings().stream().map(Ending::conversation))
                .collect(Collectors.toUnmodifiableSet());
    }
}
