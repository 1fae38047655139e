package dev.postrider.e2e.fault;

import dev.postrider.e2e.load.Clock;
import dev.postrider.e2e.suite.SecondHistory;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.stack.server.MySqlDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Two history-services share the log; one sleeps through a batch, and they come and go. */
final class HistoryFaults {
    private static final String FIRST = "history-service";
    private static final String SECOND = SecondHistory.PART;
    private static final int PARTITIONS = 64;
    private static final long NO_ANSWER = -1;
    /** A batch that began meanwhile waits for the database. */
    private static final long DATABASE_STILL_MILLIS = 400;
    /** Nothing that runs holds rows for so long. */
    private static final long LOOK_MILLIS = 2_000;

    private static final int TRIES_MAX = 12;
    private static final long STORES_MILLIS = 2_000;
    private static final long EVERY_MILLIS = 10_000;
    /** A member that is silent for ten seconds loses its partitions. */
    private static final Duration SHARED_WITHIN = Duration.ofSeconds(45);

    private static final long ASKED_MILLIS = 2_000;
    /** Where an id stands is asked for thirty seconds. */
    private static final long AWAY_MILLIS = 40_000;

    private static final int LEAVES = 4;

    private HistoryFaults() {}

    static String takeOver(Scene scene) throws InterruptedException {
        Suite suite = scene.suite();
        String bite;
        try (SecondHistory second = new SecondHistory(suite)) {
            awaitShared(scene);
            bite = sleepThroughABatch(scene, second);
            awaitShared(scene);
            comeAndGo(suite, second);
            awaitShared(scene);
        }
        awaitAlone(scene);
        return bite + ", then nodes came and went for a minute";
    }

    /**
     * Redis is new, so that every message asks history where it stands, and history is away for longer than that is asked:
     * killed, and the process that comes instead is stopped before it listens. Then it leaves in order again and again.
     */
    static String awayWhileAllAsk(Scene scene) throws InterruptedException {
        Suite suite = scene.suite();
        allAsk(suite);
        HistoryAsked asked = HistoryAsked.of(suite);
        Scene.hold(ASKED_MILLIS);
        long killed = suite.pid(FIRST);
        suite.kill(killed);
        long newborn = successor(scene, killed);
        suite.pause(newborn);
        Scene.hold(AWAY_MILLIS);
        int waiting = scene.crowd().unanswered();
        suite.resume(newborn);
        suite.awaitReady(FIRST);
        Scene.bitten(waiting > 0, "sends wait for history");
        for (int i = 0; i < LEAVES; i++) {
            allAsk(suite);
            Scene.hold(ASKED_MILLIS);
            long leaving = suite.pid(FIRST);
            suite.terminate(FIRST);
            successor(scene, leaving);
            suite.awaitReady(FIRST);
        }
        return "away for %d ms, %d sends waited, left %d times, %s"
                .formatted(AWAY_MILLIS, waiting, LEAVES, asked.seen());
    }

    private static void allAsk(Suite suite) {
        try {
            ServerFaults.redis(suite).empty();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    /** The process that the launcher starts in the place of that one. */
    private static long successor(Scene scene, long gone) throws InterruptedException {
        Suite suite = scene.suite();
        scene.await(
                "another process comes",
                SHARED_WITHIN,
                () -> suite.partPid(FIRST).orElse(gone) != gone);
        return suite.pid(FIRST);
    }

    /** The batch has begun and holds no rows yet; the other one stores the same records meanwhile. */
    private static String sleepThroughABatch(Scene scene, SecondHistory sleeper) throws InterruptedException {
        Suite suite = scene.suite();
        scene.await("the second node counts what is refused", SHARED_WITHIN, () -> overtaken(suite) != NO_ANSWER);
        long before = overtaken(suite);
        long had = assigned(suite, SECOND);
        stopWithinABatch(scene, sleeper);
        awaitAlone(scene);
        Scene.hold(STORES_MILLIS);
        suite.resume(sleeper.pid());
        scene.await("the late batch is refused", SHARED_WITHIN, () -> overtaken(suite) > before);
        return "%d partitions went to the other, %d late batches refused".formatted(had, overtaken(suite) - before);
    }

    /**
     * Stops the database first, so that the batch waits for it. Where its transaction had come further than its first
     * statement, it holds the rows that the other one would need, and nobody could overtake it: then it is let go.
     */
    private static void stopWithinABatch(Scene scene, SecondHistory sleeper) throws InterruptedException {
        Suite suite = scene.suite();
        long database = suite.pid("mariadb");
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            suite.pause(database);
            Scene.hold(DATABASE_STILL_MILLIS);
            suite.pause(sleeper.pid());
            suite.resume(database);
            Scene.hold(LOOK_MILLIS);
            if (!rowsAreHeld(suite.world().database())) {
                return;
            }
            suite.resume(sleeper.pid());
            Scene.hold(LOOK_MILLIS);
        }
        Scene.bitten(false, "a batch stands before its first statement");
    }

    /** As the embedded server's administrator, who sees the transactions of all. */
    private static boolean rowsAreHeld(MySqlDatabase database) {
        MySqlDatabase administered = ServerFaults.administered(database);
        try (Connection connection = administered.connect("");
                Statement statement = connection.createStatement();
                ResultSet held = statement.executeQuery("SELECT COUNT(*) FROM information_schema.innodb_trx"
                        + " WHERE trx_rows_modified > 0 AND trx_started < NOW() - INTERVAL 1 SECOND")) {
            return held.next() && held.getInt(1) > 0;
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    /** Both are ended in order and killed; the launcher starts its own again. */
    private static void comeAndGo(Suite suite, SecondHistory second) throws InterruptedException {
        change(suite, FIRST, second::close);
        change(suite, FIRST, second::start);
        change(suite, SECOND, () -> suite.kill(FIRST));
        change(suite, FIRST, second::kill);
        change(suite, FIRST, second::start);
        change(suite, SECOND, () -> suite.terminate(FIRST));
    }

    /** Every ten seconds, later where the one that stays has not yet come. */
    private static void change(Suite suite, String stays, Runnable change) throws InterruptedException {
        long next = Clock.millis() + EVERY_MILLIS;
        suite.awaitReady(stays);
        change.run();
        Scene.hold(Math.max(0, next - Clock.millis()));
    }

    private static void awaitShared(Scene scene) {
        Suite suite = scene.suite();
        suite.awaitReady(FIRST);
        suite.awaitReady(SECOND);
        scene.await("both nodes have partitions", SHARED_WITHIN, () -> {
            long first = assigned(suite, FIRST);
            return first > 0 && first < PARTITIONS && first + assigned(suite, SECOND) == PARTITIONS;
        });
    }

    private static void awaitAlone(Scene scene) {
        scene.suite().awaitReady(FIRST);
        scene.await("one node has all partitions", SHARED_WITHIN, () -> assigned(scene.suite(), FIRST) == PARTITIONS);
    }

    private static long assigned(Suite suite, String part) {
        return metric(suite, part, "postrider_history_partitions_assigned");
    }

    private static long overtaken(Suite suite) {
        return metric(suite, SECOND, "postrider_history_ingest_overtaken_total");
    }

    /** None where it does not answer: it is just coming or going. */
    private static long metric(Suite suite, String part, String name) {
        try {
            return (long) suite.metric(part, name, "");
        } catch (UncheckedIOException silent) {
            return NO_ANSWER;
        }
    }
}
