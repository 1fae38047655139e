package dev.postrider.chat.draft;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * An accepted send ends the sender's draft in the same conversation and thread. Sends are gathered for
 * {@code clearEvery} and looked up together, so that a message costs the database next to nothing.
 *
 * <ul>
 *   <li>At most {@code clearWaitingMax} wait; further ones are forgotten, and their drafts stay until changed or purged.
 *   <li>One transaction at a time; while the database is away everything waits.
 * </ul>
 */
@ApplicationScoped
class DraftClearing {
    private static final Logger LOG = Logger.getLogger(DraftClearing.class);

    private final DraftStore store;
    private final Drafts drafts;
    private final DraftConfig config;
    private final Vertx vertx;
    private final Set<SentDraft> waiting = new LinkedHashSet<>();
    private boolean clearing;

    DraftClearing(DraftStore store, Drafts drafts, DraftConfig config, Vertx vertx) {
        this.store = store;
        this.drafts = drafts;
        this.config = config;
        this.vertx = vertx;
    }

    void onStart(@Observes StartupEvent event) {
        vertx.setPeriodic(config.clearEvery().toMillis(), ignored -> clearNext());
    }

    /** Never blocks, never fails; any thread. */
    synchronized void onAccepted(String user, String conversation, @Nullable Long thread) {
        if (waiting.size() < config.clearWaitingMax()) {
            waiting.add(new SentDraft(user, conversation, thread));
        }
    }

    private void clearNext() {
        Set<SentDraft> batch = take();
        if (batch.isEmpty()) {
            return;
        }
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(
                ignored -> store.clear(batch).subscribe().with(this::cleared, away -> failed(batch, away)));
    }

    private synchronized Set<SentDraft> take() {
        Set<SentDraft> batch = new LinkedHashSet<>();
        if (clearing) {
            return batch;
        }
        Iterator<SentDraft> next = waiting.iterator();
        while (next.hasNext() && batch.size() < config.clearBatchMax()) {
            batch.add(next.next());
            next.remove();
        }
        clearing = !batch.isEmpty();
        return batch;
    }

    private void cleared(List<SentDraft> ended) {
        done();
        ended.forEach(drafts::ended);
    }

    private void failed(Set<SentDraft> batch, Throwable away) {
        LOG.debugf("Drafts of sent messages could not be ended, trying again: %s", away.getMessage());
        done();
        new ArrayList<>(batch).forEach(one -> onAccepted(one.user(), one.conversation(), one.thread()));
    }

    private synchronized void done() {
        clearing = false;
    }
}
