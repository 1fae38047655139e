package dev.postrider.bench.peer;

import dev.postrider.bench.load.Dialect;
import dev.postrider.stack.part.OutsideWorld;
import dev.postrider.stack.server.MySqlDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The sample on Socket.IO, Kafka, Redis and MySQL, on the suite's own Kafka, Redis and database. */
public final class SocketIoSample implements Peer {
    public static final String NAME = "peers-socketio";
    public static final String ABOUT = "a sample on Socket.IO, Kafka, Redis and MySQL, written as guides write it";

    private static final int INSTALL_MINUTES_MAX = 4;
    /** The one where the suite's account may make tables. */
    private static final String SCHEMA = "postrider_history";

    private static final String TABLE = "socketio_messages";
    private static final String LOCK = "package-lock.json";

    private final Path sources;
    private final OutsideWorld world;

    /** @param home of the project */
    public SocketIoSample(Path home, OutsideWorld world) {
        this.sources = home.resolve("bench/peers/socketio");
        this.world = world;
    }

    @Override
    public String promise() {
        return "a row is committed in the database, Kafka has a record, Redis was told";
    }

    /** Its packages are fetched where they are not there yet. */
    @Override
    public Optional<String> missing() {
        if (Folders.program("node").isEmpty() || Folders.program("npm").isEmpty()) {
            return Optional.of("Node is not installed");
        }
        try {
            install();
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of("its packages could not be installed: " + failed.getMessage());
        }
    }

    private void install() throws IOException {
        Path installed = sources.resolve("node_modules/.installed-lock");
        if (Files.exists(installed) && Files.mismatch(installed, sources.resolve(LOCK)) < 0) {
            return;
        }
        Process npm = new ProcessBuilder(
                        Folders.program("npm").orElseThrow().toString(),
                        "ci",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts")
                .directory(sources.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!npm.waitFor(INSTALL_MINUTES_MAX, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                npm.destroyForcibly();
                throw new IOException("npm ci failed in " + sources);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        Files.copy(sources.resolve(LOCK), installed, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void forget(Path folder) throws IOException {
        Folders.empty(folder);
        try (Connection connection = world.database().connect(SCHEMA);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + TABLE);
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public PeerProcess start(Path folder) throws IOException {
        int port = PeerProcess.freePort();
        return PeerProcess.start(
                List.of(
                        Folders.program("node").orElseThrow().toString(),
                        sources.resolve("server.js").toString()),
                environment(port),
                folder,
                port,
                SocketIo.PATH);
    }

    private Map<String, String> environment(int port) {
        MySqlDatabase database = world.database();
        Map<String, String> environment = new HashMap<>();
        environment.put("NODE_ENV", "production");
        environment.put("PORT", "" + port);
        environment.put("MYSQL_HOST", database.host());
        environment.put("MYSQL_PORT", "" + database.port());
        environment.put("MYSQL_USER", database.user());
        environment.put("MYSQL_PASSWORD", database.password());
        environment.put("MYSQL_DATABASE", SCHEMA);
        environment.put("KAFKA_BROKERS", world.kafka().bootstrapServers());
        environment.put("REDIS_URL", world.redisUrl());
        return environment;
    }

    @Override
    public Dialect dialect(String user) {
        return new SocketIo(user);
    }

    @Override
    public String addressOf(String user) {
        return user;
    }

    /** What its own history call reads. */
    @Override
    public List<String> kept() {
        List<String> ids = new ArrayList<>();
        try (Connection connection = world.database().connect(SCHEMA);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT message_id FROM " + TABLE)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
