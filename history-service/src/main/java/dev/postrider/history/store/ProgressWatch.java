package dev.postrider.history.store;

import dev.postrider.contracts.topic.LogVector;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the stored progress has come far enough, whichever node moves it: woken by this node's own commits, and
 * asking the database while anybody waits. Thread-safe, never blocks.
 */
@ApplicationScoped
public class ProgressWatch implements StoredListener {
    private static final Logger LOG = Logger.getLogger(ProgressWatch.class);
    private static final long ASK_MILLIS = 40;

    private final Vertx vertx;
    private final Progress progress;
    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable LogVector seen;

    ProgressWatch(Vertx vertx, Progress progress) {
        this.vertx = vertx;
        this.progress = progress;
    }

    /** What somebody waits for. */
    private record Waiter(LogVector wanted, UniEmitter<? super Boolean> outcome) {}

    /** True once everything below {@code wanted} is stored; false when that did not happen in time. */
    public Uni<Boolean> reached(LogVector wanted, Duration max) {
        return Uni.createFrom()
                .<Boolean>emitter(outcome -> await(new Waiter(wanted, outcome)))
                .ifNoItem()
                .after(max)
                .recoverWithItem(false);
    }

    /** How far the log is stored, as soon as that covers {@code wanted} or time is up; empty before anything is known. */
    public Uni<Optional<LogVector>> towards(LogVector wanted, Duration max) {
        return reached(wanted, max).map(reached -> Optional.ofNullable(seen));
    }

    /** The same for one partition. */
    public Uni<Boolean> reached(int epoch, int partition, long next, Duration max) {
        long[] wanted = new long[LogVector.start(epoch).toArray().length];
        wanted[partition] = next;
        return reached(LogVector.of(epoch, wanted), max);
    }

    @Override
    public void onStored(Batch batch, BatchWriter.Outcome.Stored outcome) {
        LogVector before = seen;
        if (before != null && before.epoch() == batch.epoch()) {
            long[] next = before.toArray();
            batch.spans().forEach(span -> next[span.partition()] = Math.max(next[span.partition()], span.to()));
            tell(LogVector.of(batch.epoch(), next));
        }
    }

    private void await(Waiter waiter) {
        LogVector now = seen;
        if (now != null && now.covers(waiter.wanted())) {
            waiter.outcome().complete(true);
            return;
        }
        waiter.outcome().onTermination(() -> waiters.remove(waiter));
        waiters.add(waiter);
        ask();
    }

    private void ask() {
        if (waiters.isEmpty() || !asking.compareAndSet(false, true)) {
            return;
        }
        progress.stand().map(Progress.Stand::vector).subscribe().with(this::answered, this::failed);
    }

    private void answered(LogVector now) {
        tell(now);
        again();
    }

    private void failed(Throwable away) {
        LOG.debugf("The progress cannot be read: %s", away.getMessage());
        again();
    }

    private void again() {
        asking.set(false);
        if (!waiters.isEmpty()) {
            vertx.setTimer(ASK_MILLIS, id -> ask());
        }
    }

    private void tell(LogVector now) {
        seen = now;
        for (Waiter waiter : waiters) {
            if (now.covers(waiter.wanted())) {
                waiters.remove(waiter);
                waiter.outcome().complete(true);
            }
        }
    }
}
