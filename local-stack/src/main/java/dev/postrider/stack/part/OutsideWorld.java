package dev.postrider.stack.part;

import dev.postrider.stack.secret.Secrets;
import dev.postrider.stack.server.KafkaCluster;
import dev.postrider.stack.server.KafkaServer;
import dev.postrider.stack.server.MariaDbServer;
import dev.postrider.stack.server.MySqlDatabase;
import dev.postrider.stack.server.RedisServer;
import dev.postrider.stack.server.Server;
import dev.postrider.stack.settings.Setting;
import dev.postrider.stack.settings.SettingsException;
import dev.postrider.stack.settings.StackSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kafka, database and Redis as the services reach them, and those of the three that we start ourselves.
 *
 * @param redisUrl as in {@code quarkus.redis.hosts}
 */
public record OutsideWorld(KafkaCluster kafka, MySqlDatabase database, String redisUrl, List<Server> embedded) {
    private static final String USER = "postrider";
    private static final int MYSQL_PORT = 3306;

    public static OutsideWorld of(StackSettings settings, Folders folders, Secrets secrets) {
        Optional<KafkaServer> kafka = settings.own(Setting.KAFKA).isPresent()
                ? Optional.empty()
                : Optional.of(new KafkaServer(
                        folders.of(KafkaServer.PART),
                        settings.number(Setting.KAFKA_PORT),
                        settings.number(Setting.KAFKA_CONTROLLER_PORT),
                        settings.text(Setting.KAFKA_HEAP)));
        Optional<MariaDbServer> mariaDb = settings.own(Setting.MYSQL).isPresent()
                ? Optional.empty()
                : Optional.of(new MariaDbServer(
                        folders.of(MariaDbServer.PART),
                        settings.number(Setting.MARIADB_PORT),
                        USER,
                        secrets.databasePassword()));
        Optional<RedisServer> redis = settings.own(Setting.REDIS).isPresent()
                ? Optional.empty()
                : Optional.of(new RedisServer(folders.of(RedisServer.PART), settings.number(Setting.REDIS_PORT)));
        return new OutsideWorld(
                new KafkaCluster(
                        kafka.map(KafkaServer::bootstrapServers).orElseGet(() -> settings.text(Setting.KAFKA))),
                mariaDb.map(MariaDbServer::database).orElseGet(() -> database(settings.text(Setting.MYSQL))),
                redis.map(server -> "redis://127.0.0.1:" + server.port()).orElseGet(() -> settings.text(Setting.REDIS)),
                Stream.<Optional<? extends Server>>of(kafka, mariaDb, redis)
                        .<Server>flatMap(Optional::stream)
                        .toList());
    }

    /** {@code mysql://user:password@host:port}. */
    static MySqlDatabase database(String url) {
        SettingsException wrong =
                new SettingsException("mysql: must look like mysql://user:password@host:3306 (the value is not shown)");
        try {
            URI uri = URI.create(url);
            String[] user = uri.getUserInfo() == null
                    ? new String[0]
                    : uri.getUserInfo().split(":", 2);
            if (!"mysql".equals(uri.getScheme()) || uri.getHost() == null || user.length != 2) {
                throw wrong;
            }
            return new MySqlDatabase(uri.getHost(), uri.getPort() < 0 ? MYSQL_PORT : uri.getPort(), user[0], user[1]);
        } catch (IllegalArgumentException malformed) {
            throw wrong;
        }
    }
}
