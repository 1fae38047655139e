package dev.postrider.stack.part;

import dev.postrider.stack.part.Part.PortUse;
import dev.postrider.stack.server.KafkaServer;
import dev.postrider.stack.server.MariaDbServer;
import dev.postrider.stack.server.RedisServer;
import dev.postrider.stack.server.Server;
import dev.postrider.stack.settings.Setting;
import dev.postrider.stack.settings.StackSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The servers we start ourselves, as parts. */
final class EmbeddedParts {
    private static final Duration STOP_GRACE = Duration.ofSeconds(20);

    private EmbeddedParts() {}

    static Part of(Server server, StackSettings settings, Folders folders) {
        Path log = folders.log(server.part());
        return new Part(
                server.part(),
                server.port(),
                ports(server, settings),
                log,
                () -> server.prepare(log),
                server::answers,
                STOP_GRACE);
    }

    private static List<PortUse> ports(Server server, StackSettings settings) {
        return switch (server) {
            case KafkaServer kafka ->
                List.of(use(settings, Setting.KAFKA_CONTROLLER_PORT), use(settings, Setting.KAFKA_PORT));
            case MariaDbServer mariaDb -> List.of(use(settings, Setting.MARIADB_PORT));
            case RedisServer redis -> List.of(use(settings, Setting.REDIS_PORT));
        };
    }

    static PortUse use(StackSettings settings, Setting setting) {
        return new PortUse(settings.number(setting), "set %s in postrider.properties".formatted(setting.key()));
    }
}
