package dev.postrider.chat.node;

import dev.postrider.chat.draft.Drafts;
import dev.postrider.chat.message.AgreedWindow;
import dev.postrider.chat.room.SqlRosterSource;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What a node looks at once before anybody can wait for it. The first look at anything loads its classes and opens its
 * connections, which takes an event loop seconds on a busy machine. Nothing here must answer: without Redis and the
 * database messages still flow.
 */
@Singleton
class FirstLooks {
    private static final Logger LOG = Logger.getLogger(FirstLooks.class);
    private static final int LOOKS_MAX = 8;
    private static final int ANSWER_MILLIS = 500;
    private static final Duration TABLES_MAX = Duration.ofSeconds(10);

    private final AgreedWindow window;
    private final SqlRosterSource rosters;
    private final Drafts drafts;
    private final Vertx vertx;

    FirstLooks(AgreedWindow window, SqlRosterSource rosters, Drafts drafts, Vertx vertx) {
        this.window = window;
        this.rosters = rosters;
        this.drafts = drafts;
        this.vertx = vertx;
    }

    /** Blocks, for some seconds at most. */
    void take() throws InterruptedException {
        atTables();
        atRedis();
    }

    private void atTables() throws InterruptedException {
        CountDownLatch looked = new CountDownLatch(2);
        apart(rosters::warm, looked);
        apart(drafts::warm, looked);
        if (!looked.await(TABLES_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("The database does not answer; rooms, blocks and drafts are unavailable until it does.");
        }
    }

    private void apart(Supplier<Uni<? extends Void>> look, CountDownLatch looked) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(begun -> Uni.createFrom()
                .deferred(look)
                .subscribe()
                .with(seen -> looked.countDown(), away -> {
                    LOG.infof("A first look at the tables failed, later ones wait instead: %s", away.getMessage());
                    looked.countDown();
                }));
    }

    /** The first record of a node that sees the others' window makes nobody doubt it, so a cold Redis client gets time. */
    private void atRedis() throws InterruptedException {
        for (int look = 0; look < LOOKS_MAX; look++) {
            CountDownLatch looked = new CountDownLatch(1);
            AtomicBoolean seen = new AtomicBoolean();
            window.refresh().thenAccept(answered -> {
                seen.set(answered);
                looked.countDown();
            });
            if (looked.await(ANSWER_MILLIS, TimeUnit.MILLISECONDS) && seen.get()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(ANSWER_MILLIS);
        }
        LOG.warn("Redis does not answer; until it does, history is asked about every message.");
    }
}
