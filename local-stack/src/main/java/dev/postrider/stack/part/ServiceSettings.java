package dev.postrider.stack.part;

import dev.postrider.stack.secret.Secrets;
import dev.postrider.stack.settings.Setting;
import dev.postrider.stack.settings.StackSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What each service is told; people's own keys win over ours. */
final class ServiceSettings {
    private final StackSettings settings;
    private final OutsideWorld world;
    private final Secrets secrets;

    ServiceSettings(StackSettings settings, OutsideWorld world, Secrets secrets) {
        this.settings = settings;
        this.world = world;
        this.secrets = secrets;
    }

    Map<String, String> auth() {
        Map<String, String> told = common(Setting.AUTH_PORT, Setting.AUTH_MANAGEMENT_PORT);
        told.putAll(database("postrider_auth"));
        told.put("auth.key-encryption-secret", secrets.keyEncryptionSecret());
        told.putAll(settings.forService("auth"));
        return told;
    }

    Map<String, String> history() {
        Map<String, String> told = common(Setting.HISTORY_PORT, Setting.HISTORY_MANAGEMENT_PORT);
        told.putAll(database("postrider_history"));
        told.put("history.cursor-secret", secrets.cursorSecret());
        told.putAll(settings.forService("history"));
        return told;
    }

    /** @param node from 1 */
    Map<String, String> chat(int node) {
        Map<String, String> told = common(Setting.CHAT_PORT, Setting.CHAT_MANAGEMENT_PORT);
        told.put("quarkus.http.port", Integer.toString(chatPort(node)));
        told.put("quarkus.management.port", Integer.toString(chatManagementPort(node)));
        told.put("chat.node", "chat-service-" + node);
        told.putAll(database("postrider_chat"));
        told.putAll(settings.forService("chat"));
        return told;
    }

    Map<String, String> gateway() {
        Map<String, String> told = common(Setting.PORT, Setting.GATEWAY_MANAGEMENT_PORT);
        told.put("quarkus.http.host", settings.text(Setting.HOST));
        told.put("gateway.listen.host", settings.text(Setting.HOST));
        told.put("gateway.listen.port", settings.text(Setting.PORT));
        told.put("gateway.chat-nodes", nodes("127.0.0.1:%d:%d"));
        told.put("gateway.services.descriptions", descriptions());
        if (settings.path(Setting.PAGE).toFile().isDirectory()) {
            told.put("gateway.page-dir", settings.path(Setting.PAGE).toString());
        }
        told.putAll(settings.forService("gateway"));
        return told;
    }

    int chatPort(int node) {
        return settings.number(Setting.CHAT_PORT) + node - 1;
    }

    int chatManagementPort(int node) {
        return settings.number(Setting.CHAT_MANAGEMENT_PORT) + node - 1;
    }

    private Map<String, String> common(Setting port, Setting managementPort) {
        Map<String, String> told = new TreeMap<>(Map.of(
                "quarkus.http.host", "127.0.0.1",
                "quarkus.http.port", settings.text(port),
                "quarkus.management.host", "127.0.0.1",
                "quarkus.management.port", settings.text(managementPort),
                "kafka.bootstrap.servers", world.kafka().bootstrapServers(),
                "quarkus.redis.hosts", world.redisUrl()));
        told.putAll(Map.of(
                "postrider.service-key",
                secrets.serviceKey(),
                "postrider.auth-url",
                "http://127.0.0.1:" + settings.text(Setting.AUTH_PORT),
                "postrider.history-url",
                "http://127.0.0.1:" + settings.text(Setting.HISTORY_PORT),
                "postrider.public-origins",
                String.join(",", settings.publicOrigins())));
        return told;
    }

    private Map<String, String> database(String schema) {
        return Map.of(
                "quarkus.datasource.reactive.url", world.database().reactiveUrl(schema),
                "quarkus.datasource.jdbc.url", world.database().jdbcUrl(schema),
                "quarkus.datasource.username", world.database().user(),
                "quarkus.datasource.password", world.database().password());
    }

    private String descriptions() {
        return List.of(
                        settings.number(Setting.AUTH_MANAGEMENT_PORT),
                        settings.number(Setting.HISTORY_MANAGEMENT_PORT),
                        chatManagementPort(1))
                .stream()
                .map(port -> "http://127.0.0.1:" + port)
                .collect(Collectors.joining(","));
    }

    private String nodes(String form) {
        return IntStream.rangeClosed(1, settings.number(Setting.NODES))
                .mapToObj(node -> form.formatted(chatPort(node), chatManagementPort(node)))
                .collect(Collectors.joining(","));
    }
}
