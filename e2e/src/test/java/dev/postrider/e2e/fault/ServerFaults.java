package dev.postrider.e2e.fault;

import dev.postrider.e2e.load.Clock;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.stack.server.MySqlDatabase;
import dev.postrider.stack.server.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Broker, database and Redis. */
final class ServerFaults {
    private static final long SILENCE_MILLIS = 2_000;
    private static final String ADMINISTRATOR = "root";
    private static final int READ_ONLY_ERROR = 1290;
    private static final long STOPS_MILLIS = 400;
    private static final long RUNS_MILLIS = 100;
    private static final int EMPTIED = 20;
    private static final long BETWEEN_MILLIS = 200;

    private ServerFaults() {}

    /** Longer than the producer waits: what was handed over is unknown to the nodes, and may stand in the log. */
    static Fault pauseBroker(long millis) {
        return scene -> {
            long pid = scene.suite().pid("kafka");
            scene.suite().pause(pid);
            Scene.hold(SILENCE_MILLIS);
            long accepted = scene.acceptedIn(millis - SILENCE_MILLIS);
            int waiting = scene.crowd().unanswered();
            scene.suite().resume(pid);
            Scene.bitten(accepted == 0 && waiting > 0, "nothing is accepted and sends wait");
            return "%d ms still, nothing accepted, %d sends waited".formatted(millis, waiting);
        };
    }

    /** The same, and the node that handed over is dead when the broker wakes up: its records may still arrive. */
    static Fault pauseBrokerAndKillNode(long millis) {
        return scene -> {
            long pid = scene.suite().pid("kafka");
            scene.suite().pause(pid);
            Scene.hold(SILENCE_MILLIS);
            String node = ProcessFaults.anyNode(scene);
            scene.suite().kill(node);
            long accepted = scene.acceptedIn(millis - SILENCE_MILLIS);
            int waiting = scene.crowd().unanswered();
            scene.suite().resume(pid);
            scene.suite().awaitReady(node);
            Scene.bitten(accepted == 0 && waiting > 0, "nothing is accepted and sends wait");
            return "%d ms still, %s killed meanwhile, %d sends waited".formatted(millis, node, waiting);
        };
    }

    static String killBroker(Scene scene) throws InterruptedException {
        scene.suite().kill("kafka");
        long accepted = scene.acceptedIn(1_000);
        int waiting = scene.crowd().unanswered();
        scene.await(
                "the broker answers",
                Trial.STARTED_WITHIN,
                () -> scene.suite().world().kafka().answers());
        Scene.bitten(waiting > 0, "sends wait");
        return "killed, %d accepted in the next second, %d sends waited".formatted(accepted, waiting);
    }

    static String emptyRedis(Scene scene) throws InterruptedException {
        RedisServer redis = redis(scene.suite());
        long keys = 0;
        for (int i = 0; i < EMPTIED; i++) {
            Scene.hold(BETWEEN_MILLIS);
            try {
                keys += redis.keys();
                redis.empty();
            } catch (IOException away) {
                throw new UncheckedIOException(away);
            }
        }
        Scene.bitten(keys > EMPTIED, "there are keys to lose");
        return "%d times, %d keys lost".formatted(EMPTIED, keys);
    }

    static String killRedis(Scene scene) throws InterruptedException {
        HistoryAsked asked = HistoryAsked.of(scene.suite());
        scene.suite().kill("redis");
        RedisServer redis = redis(scene.suite());
        Scene.bitten(!redis.answers(), "Redis is dead");
        scene.await("Redis answers", Trial.STARTED_WITHIN, redis::answers);
        Scene.hold(SILENCE_MILLIS);
        return "killed, " + asked.seen();
    }

    static Fault pauseRedis(long millis) {
        return scene -> {
            HistoryAsked asked = HistoryAsked.of(scene.suite());
            long pid = scene.suite().pid("redis");
            scene.suite().pause(pid);
            Scene.hold(millis);
            boolean answers = redis(scene.suite()).answers();
            scene.suite().resume(pid);
            Scene.bitten(!answers, "Redis is silent");
            return millis + " ms still, " + asked.seen();
        };
    }

    static Fault pauseDatabase(long millis) {
        return scene -> {
            long pid = scene.suite().pid("mariadb");
            scene.suite().pause(pid);
            scene.crowd().drop(scene.crowd().size() / 8, 1_000);
            Scene.hold(SILENCE_MILLIS);
            boolean answers = scene.suite().world().database().answers();
            long accepted = scene.acceptedIn(millis - SILENCE_MILLIS);
            boolean waiting = !scene.crowd().allServed();
            scene.suite().resume(pid);
            Scene.bitten(!answers && waiting, "the database is silent and nobody can catch up");
            return "%d ms still, %d accepted meanwhile".formatted(millis, accepted);
        };
    }

    /** Stops for most of every half second. */
    static Fault slowDatabase(long millis) {
        return scene -> {
            long pid = scene.suite().pid("mariadb");
            long accepted = scene.crowd().accepted();
            long longest = 0;
            scene.crowd().drop(scene.crowd().size() / 8, 1_000);
            for (long end = Clock.millis() + millis; Clock.millis() < end; ) {
                scene.suite().pause(pid);
                long began = Clock.millis();
                Thread waker = Thread.ofVirtual().start(() -> wake(scene.suite(), pid));
                boolean answered = scene.suite().world().database().answers();
                longest = answered ? Math.max(longest, Clock.millis() - began) : longest;
                waker.join();
                Scene.hold(RUNS_MILLIS);
            }
            long meanwhile = scene.crowd().accepted() - accepted;
            Scene.bitten(longest >= STOPS_MILLIS && meanwhile > 0, "a query takes as long as a stop");
            return "%d ms, still for %d ms of every %d, a query took up to %d ms, %d accepted meanwhile"
                    .formatted(millis, STOPS_MILLIS, STOPS_MILLIS + RUNS_MILLIS, longest, meanwhile);
        };
    }

    /** Reads go on, writes are refused; set by the embedded server's administrator. */
    static Fault readOnlyDatabase(long millis) {
        return scene -> {
            MySqlDatabase database = scene.suite().world().database();
            setReadOnly(database, true);
            try {
                scene.crowd().drop(scene.crowd().size() / 8, 1_000);
                boolean refused = refusesToWrite(database);
                long accepted = scene.acceptedIn(millis);
                Scene.bitten(refused && refusesToWrite(database), "writes are refused");
                return "%d ms, writes refused, %d accepted meanwhile".formatted(millis, accepted);
            } finally {
                setReadOnly(database, false);
            }
        };
    }

    private static void setReadOnly(MySqlDatabase database, boolean on) {
        try (Connection connection = administered(database).connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL read_only = " + (on ? 1 : 0));
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    /** The embedded server as its administrator sees it. */
    static MySqlDatabase administered(MySqlDatabase database) {
        return new MySqlDatabase(database.host(), database.port(), ADMINISTRATOR, "");
    }

    private static boolean refusesToWrite(MySqlDatabase database) {
        try (Connection connection = database.connect("postrider_history");
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM entry WHERE 1 = 0");
            return false;
        } catch (SQLException refused) {
            return refused.getErrorCode() == READ_ONLY_ERROR;
        }
    }

    private static void wake(Suite suite, long pid) {
        try {
            Scene.hold(STOPS_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            suite.resume(pid);
        }
    }

    static RedisServer redis(Suite suite) {
        return new RedisServer(
                Path.of("target"), URI.create(suite.world().redisUrl()).getPort());
    }
}
