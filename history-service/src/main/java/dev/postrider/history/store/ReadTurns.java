package dev.postrider.history.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whoever reads for a caller takes turns: so many at a time that ingest and the questions of other services always find
 * a connection; the others in order of arrival. When thousands come at once, work begun for callers who have given up
 * would keep all the others waiting until they give up too, and nobody would ever be served. So whose time is over is
 * sent away before the work begins, and who would stand too far back in the line at once.
 *
 * <p>Argument: {@code free} and {@code line} change only under this object's lock, and a turn that ends goes either to
 * the first in line or back to {@code free} within one holding of it. So no turn is lost, none is given twice, and nobody
 * stands in line beside a free turn. The work itself begins outside the lock, on the context it was asked on.
 */
final class ReadTurns {
    private final Duration patience;
    private final int lineMax;
    private final LongSupplier nanos;
    private final Queue<Waiting> line = new ArrayDeque<>();
    private int free;

    /**
     * @param atOnce how many read at a time
     * @param lineMax how many wait for it
     * @param patience after which a caller has given up
     */
    ReadTurns(int atOnce, int lineMax, Duration patience, LongSupplier nanos) {
        this.free = atOnce;
        this.lineMax = lineMax;
        this.patience = patience;
        this.nanos = nanos;
    }

    private record Waiting(
            Runnable begin,
            Runnable refuse,
            long since,
            @Nullable Context context) {
        void run(Runnable what) {
            if (context == null) {
                what.run();
            } else {
                context.runOnContext(here -> what.run());
            }
        }
    }

    /** Fails with {@link DatabaseAwayException}, and the work never begins, where the line is too long or too slow. */
    <T> Uni<T> take(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(outcome -> arrive(waiting(work, outcome)));
    }

    private <T> Waiting waiting(Supplier<Uni<T>> work, UniEmitter<? super T> outcome) {
        Runnable begin = () -> Uni.createFrom()
                .deferred(work::get)
                .onTermination()
                .invoke(this::pass)
                .subscribe()
                .with(outcome::complete, outcome::fail);
        Runnable refuse = () -> outcome.fail(new DatabaseAwayException("too many read at once"));
        return new Waiting(begin, refuse, nanos.getAsLong(), Vertx.currentContext());
    }

    private enum Place {
        FIRST,
        IN_LINE,
        NONE
    }

    private void arrive(Waiting one) {
        switch (place(one)) {
            case FIRST -> one.begin().run();
            case IN_LINE -> {}
            case NONE -> one.refuse().run();
        }
    }

    private synchronized Place place(Waiting one) {
        if (free > 0) {
            free--;
            return Place.FIRST;
        }
        if (line.size() >= lineMax) {
            return Place.NONE;
        }
        line.add(one);
        return Place.IN_LINE;
    }

    /** A turn is over. */
    private void pass() {
        for (Waiting next = next(); next != null; next = next()) {
            if (nanos.getAsLong() - next.since() < patience.toNanos()) {
                next.run(next.begin());
                return;
            }
            next.run(next.refuse());
        }
    }

    private synchronized @Nullable Waiting next() {
        Waiting next = line.poll();
        if (next == null) {
            free++;
        }
        return next;
    }
}
