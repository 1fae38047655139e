package dev.postrider.chat.draft;

import dev.postrider.chat.message.AcceptedSends;
import dev.postrider.contracts.frame.Event;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

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
class DraftClearing implements AcceptedSends {
    private static final Logger LOG = Logger.getLogger(DraftClearing.class);

    private final DraftStore store;
    private final Drafts drafts;
    private final DraftConfig config;
    private final Vertx vertx;
    private final Set<SentDraft> waiting = new LinkedHashSet<>();
    private boolean clearing;
    private volatile long timer = -1;

    DraftClearing(DraftStore store, Drafts drafts, DraftConfig config, Vertx vertx) {
        this.store = store;
        this.drafts = drafts;
        this.config = config;
        this.vertx = vertx;
    }

    void onStart(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.clearEvery().toMillis(), ignored -> clearNext());
    }

    void onStop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    @Override
    public void onAccepted(String from, Event.Message message) {
        await(new SentDraft(from, message.conversation(), message.thread()));
    }

    private synchronized void await(SentDraft sent) {
        if (waiting.size() < config.clearWaitingMax()) {
            waiting.add(sent);
        }
    }

    private void clearNext() {
        Set<SentDraft> batch = take();
        if (batch.isEmpty()) {
            return;
        }
        store.clear(batch).subscribe().with(this::cleared, away -> failed(batch, away));
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
        batch.forEach(this::await);
    }

    private synchronized void done() {
        clearing = false;
    }
}
