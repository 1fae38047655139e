package dev.postrider.history.store;

import dev.postrider.history.fold.Changes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Stores a batch and moves the progress in one transaction, exactly once.
 *
 * <p>Happens-before: the transaction's first statement is the compare-and-set of the progress. A second writer of one
 * of these partitions waits for its row lock, then finds another progress and stores nothing. Every later read of this
 * transaction sees all that earlier writers of them committed, so reading, folding and writing back is safe.
 */
@ApplicationScoped
public class BatchWriter {
    private final Database database;
    private final Repeats repeats;
    private final Known known;
    private final ChangeWriter changes;

    BatchWriter(Database database, Repeats repeats, Known known, ChangeWriter changes) {
        this.database = database;
        this.repeats = repeats;
        this.known = known;
        this.changes = changes;
    }

    /** What became of a batch. */
    public sealed interface Outcome {
        /** It stands in the tables; pages of these conversations changed, and in those of the second a text is gone. */
        record Stored(Set<String> touched, Set<String> purged) implements Outcome {}

        /** Another writer moved one of its partitions: nothing was stored, go on from the stored progress. */
        record Overtaken() implements Outcome {}

        /** A rebuild is about to put other tables in place: nothing was stored, try again in a moment. */
        record Held() implements Outcome {}
    }

    /** Fails where the outcome is not known: try again, the compare-and-set makes that harmless. */
    public Uni<Outcome> write(Batch batch) {
        return database.<Outcome>write(connection -> BatchStep.store(
                                new SqlTables(connection, repeats, known, changes), batch)
                        .chain(written -> written.map(done -> Uni.createFrom().item(outcome(done)))
                                .orElseGet(() -> refused(connection))))
                .onFailure(RefusedException.class)
                .recoverWithItem(refused -> ((RefusedException) refused).outcome);
    }

    private static Outcome outcome(Changes folded) {
        return new Outcome.Stored(ChangeWriter.touched(folded), ChangeWriter.purged(folded));
    }

    private static Uni<Outcome> refused(SqlConnection connection) {
        return Progress.held(connection)
                .chain(held -> Uni.createFrom()
                        .failure(new RefusedException(held ? new Outcome.Held() : new Outcome.Overtaken())));
    }

    /** Rolls the transaction back. */
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Outcome outcome;

        RefusedException(Outcome outcome) {
            super("nothing is stored", null, false, false);
            this.outcome = outcome;
        }
    }
}
