package dev.postrider.chat.draft;

import dev.postrider.contracts.rest.Draft;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Drafts in the database; at most {@code perUserMax} a person. Every method is one transaction, on a context of its own: a
 * session belongs to the context on which it was opened, and whoever calls may be on another call's by then, or on none's,
 * since what several ask at once is read once for all.
 */
@ApplicationScoped
class DraftStore implements PanacheRepositoryBase<DraftRow, DraftKey> {
    private static final String NOBODY = "-";
    private static final String UPSERT = """
            INSERT INTO draft (user_id, conversation, body, reply_to, thread, changed_at)
            VALUES (:user, :conversation, :body, :replyTo, :thread, :at)
            ON DUPLICATE KEY UPDATE body = VALUES(body), reply_to = VALUES(reply_to),
                thread = VALUES(thread), changed_at = VALUES(changed_at)""";
    private static final String TRIM = """
            DELETE FROM draft WHERE user_id = :user AND changed_at < (SELECT oldest FROM (
                SELECT changed_at AS oldest FROM draft WHERE user_id = :user
                ORDER BY changed_at DESC LIMIT 1 OFFSET :kept) AS kept_ones)""";
    private static final String PURGE = "DELETE FROM draft WHERE changed_at < :before LIMIT :max";

    private final Vertx vertx;
    private final int perUserMax;

    DraftStore(Vertx vertx, DraftConfig config) {
        this.vertx = vertx;
        this.perUserMax = config.perUserMax();
    }

    /** Newest first. */
    Uni<List<DraftRow>> ofUser(String user) {
        return apart(() -> Panache.withSession(() -> find("userId = ?1", Sort.descending("changedAt"), user)
                .page(Page.ofSize(perUserMax))
                .list()));
    }

    /** Takes the place of the one there was; beyond the limit the oldest goes. */
    Uni<Void> put(String user, Draft draft) {
        return transaction(() -> Panache.getSession()
                .flatMap(session -> upsert(session, user, draft).replaceWith(session))
                .flatMap(session -> trim(session, user))
                .replaceWithVoid());
    }

    /** True where there was one. */
    Uni<Boolean> remove(String user, String conversation) {
        return transaction(() -> deleteById(new DraftKey(user, conversation)));
    }

    /** Deletes those of the drafts that these sends were, by one look for all; returns which there were. */
    Uni<List<SentDraft>> clear(Set<SentDraft> sent) {
        Set<String> users = sent.stream().map(SentDraft::user).collect(Collectors.toSet());
        return transaction(() -> list("userId in ?1", users)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .select()
                .where(row -> sent.contains(row.asSent()))
                .onItem()
                .transformToUniAndConcatenate(this::deleteUnchanged)
                .collect()
                .asList()
                .map(deleted -> deleted.stream().flatMap(Optional::stream).toList()));
    }

    /** Deletes at most {@code max} that were last changed before that moment; returns how many. */
    Uni<Integer> purge(long beforeMillis, int max) {
        return transaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(PURGE)
                        .setParameter("before", beforeMillis)
                        .setParameter("max", max)
                        .executeUpdate()));
    }

    /**
     * Each question once, about nobody. What reads, translates and answers a query is some thousand classes, and the first
     * query waits for them on an event loop, which delivers messages as well: seconds, on a busy machine.
     */
    Uni<Void> warm() {
        SentDraft none = new SentDraft(NOBODY, NOBODY, null);
        DraftRow row = new DraftRow();
        row.userId = NOBODY;
        row.conversation = NOBODY;
        return ofUser(NOBODY)
                .chain(() -> clear(Set.of(none)))
                .chain(() -> transaction(() -> deleteUnchanged(row)))
                .chain(() -> remove(NOBODY, NOBODY))
                .replaceWithVoid();
    }

    private <T> Uni<T> transaction(Supplier<Uni<T>> work) {
        return apart(() -> Panache.withTransaction(work));
    }

    private <T> Uni<T> apart(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(outcome -> {
            Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(own, true);
            own.runOnContext(
                    here -> Uni.createFrom().deferred(work::get).subscribe().with(outcome::complete, outcome::fail));
        });
    }

    /** A draft that was changed since it was read is another one: it stays. */
    private Uni<Optional<SentDraft>> deleteUnchanged(DraftRow row) {
        return delete(
                        "userId = ?1 and conversation = ?2 and changedAt = ?3",
                        row.userId,
                        row.conversation,
                        row.changedAt)
                .map(count -> count > 0 ? Optional.of(row.asSent()) : Optional.empty());
    }

    private static Uni<Integer> upsert(Mutiny.Session session, String user, Draft draft) {
        return session.createNativeQuery(UPSERT)
                .setParameter("user", user)
                .setParameter("conversation", draft.conversation())
                .setParameter("body", draft.body())
                .setParameter("replyTo", draft.replyTo())
                .setParameter("thread", draft.thread())
                .setParameter("at", draft.at().toEpochMilli())
                .executeUpdate();
    }

    private Uni<Integer> trim(Mutiny.Session session, String user) {
        return session.createNativeQuery(TRIM)
                .setParameter("user", user)
                .setParameter("kept", perUserMax - 1)
                .executeUpdate();
    }
}
