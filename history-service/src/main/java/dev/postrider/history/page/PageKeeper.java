package dev.postrider.history.page;

import dev.postrider.history.HistoryConfig;
import dev.postrider.history.page.DirtyPages.Task;
import dev.postrider.history.store.Batch;
import dev.postrider.history.store.BatchWriter;
import dev.postrider.history.store.Database;
import dev.postrider.history.store.PurgeNotes;
import dev.postrider.history.store.StoredListener;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Writes changed pages to Redis, some at a time, each conversation at most once a round. Conversations in which a text
 * is gone for good come first and are tried until Redis has taken the new page: they are noted in the database in the
 * transaction that deleted, so that neither a crash nor an absence of Redis lets the text live on there.
 */
@ApplicationScoped
public class PageKeeper implements StoredListener {
    private static final Logger LOG = Logger.getLogger(PageKeeper.class);
    private static final int ROUNDS_PER_NOTES = 50;

    private final Vertx vertx;
    private final HistoryConfig.Page config;
    private final Database database;
    private final PurgeNotes notes;
    private final KeptPageReader reader;
    private final NewestPages pages;
    private final DirtyPages dirty = new DirtyPages();
    private final AtomicBoolean busy = new AtomicBoolean();
    private long timer;
    private int round;

    PageKeeper(
            Vertx vertx,
            HistoryConfig config,
            Database database,
            PurgeNotes notes,
            KeptPageReader reader,
            NewestPages pages) {
        this.vertx = vertx;
        this.config = config.page();
        this.database = database;
        this.notes = notes;
        this.reader = reader;
        this.pages = pages;
    }

    void onStart(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.keepEvery().toMillis(), id -> round());
    }

    void onStop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    @Override
    public void onStored(Batch batch, BatchWriter.Outcome.Stored outcome) {
        dirty.changed(outcome.touched());
        dirty.purged(outcome.purged());
        if (!outcome.purged().isEmpty()) {
            vertx.runOnContext(ignored -> round());
        }
    }

    /** Somebody reads it: keep it, if that was not done since this process started. */
    void read(String conversation) {
        dirty.read(conversation);
    }

    private void round() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        List<Task> some = dirty.take(config.keepAtOnce());
        noted().chain(() -> keepAll(some))
                .onTermination()
                .invoke(() -> busy.set(false))
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("Deletions could not be read: %s", failure.getMessage()));
    }

    /** Now and then, and at first: what was noted by somebody who could not finish it. */
    private Uni<Void> noted() {
        return round++ % ROUNDS_PER_NOTES == 0
                ? notes.read().invoke(dirty::purged).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> keepAll(List<Task> tasks) {
        return Multi.createFrom()
                .iterable(tasks)
                .onItem()
                .transformToUniAndConcatenate(this::keep)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What is to be kept of a conversation, if anything, read with everything up to {@code asOf} in it. */
    private record Found(Optional<KeptPage> page, long asOf) {}

    /** Never fails: what did not work is taken again in a later round. */
    private Uni<Void> keep(Task task) {
        String conversation = task.conversation();
        return database.readInTurn(connection -> reader.read(connection, conversation)
                        .chain(page -> reader.asOf(connection, conversation).map(asOf -> new Found(page, asOf))))
                .chain(found -> keep(task, found))
                .invoke(() -> dirty.kept(task))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debugf("A page could not be kept: conversation=%s, %s", conversation, failure.getMessage());
                    dirty.back(task);
                    return null;
                });
    }

    /** The note goes also where Redis keeps no page: else it would be taken up again for ever. */
    private Uni<Void> keep(Task task, Found found) {
        String conversation = task.conversation();
        Uni<Void> kept = found.page().map(pages::keep).orElseGet(() -> pages.drop(conversation));
        return task.purge() ? kept.chain(() -> notes.done(conversation, found.asOf())) : kept;
    }
}
