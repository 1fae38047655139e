package dev.postrider.history.page;

import dev.postrider.base.peer.PeerException;
import dev.postrider.base.peer.UserDirectory;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rule.ConversationId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Who may read a conversation, and from where on. Whoever may not gets the same 404 as for what does not exist.
 */
@ApplicationScoped
public class Access {
    private static final String MEMBER = "SELECT m.since_position, h.joined_only FROM member m"
            + " JOIN conversation h ON h.conversation = m.conversation"
            + " WHERE m.conversation = ? AND m.user = ? AND m.present AND h.kind <> 'me'";

    private final UserDirectory users;

    Access(UserDirectory users) {
        this.users = users;
    }

    /** The least position that this member may see; empty for others. Within the caller's snapshot. */
    Uni<Optional<Long>> visibleFrom(SqlConnection connection, String conversation, String user) {
        return connection
                .preparedQuery(MEMBER)
                .execute(Tuple.of(conversation, user))
                .map(rows -> {
                    var row = rows.iterator();
                    return row.hasNext() ? Optional.of(visibleFrom(row.next())) : Optional.empty();
                });
    }

    /** The id taken apart; 404 where it is none, or names a direct conversation of others or somebody's own stream. */
    static ConversationId parsed(String conversation, String user) {
        return ConversationId.parse(conversation)
                .filter(id -> !(id instanceof ConversationId.Own))
                .filter(id -> !(id instanceof ConversationId.Direct direct) || direct.has(user))
                .orElseThrow(Access::nothing);
    }

    /** Fails with 404 but for a direct conversation of two people who exist, though nothing was said in it yet. */
    Uni<Void> unbegun(ConversationId id, String user) {
        if (!(id instanceof ConversationId.Direct direct) || !direct.has(user)) {
            return Uni.createFrom().failure(nothing());
        }
        return users.findAll(direct.members())
                .onFailure(PeerException.class)
                .transform(away -> ProblemException.of(ProblemCode.UNAVAILABLE))
                .invoke(found -> {
                    if (found.size() < direct.members().size()) {
                        throw nothing();
                    }
                })
                .replaceWithVoid();
    }

    static ProblemException nothing() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }

    private static long visibleFrom(Row row) {
        return row.getInteger("joined_only") != 0 ? row.getLong("since_position") : -1L;
    }
}
