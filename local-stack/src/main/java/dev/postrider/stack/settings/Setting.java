package dev.postrider.stack.settings;

import java.util.Arrays;
import java.util.Optional;

/** Every key of {@code postrider.properties} that the launcher itself understands. */
public enum Setting {
    PORT("port", "8080", Kind.PORT),
    HOST("host", "127.0.0.1", Kind.TEXT),
    PUBLIC_ORIGINS("public-origins", "", Kind.TEXT),
    NODES("nodes", "2", Kind.COUNT),
    DATA("data", ".data", Kind.TEXT),
    PAGE("page", "web/out", Kind.TEXT),

    KAFKA("kafka", "", Kind.TEXT),
    KAFKA_REPLICATION("kafka.replication", "1", Kind.COUNT),
    MYSQL("mysql", "", Kind.TEXT),
    REDIS("redis", "", Kind.TEXT),

    KAFKA_PORT("kafka.port", "9192", Kind.PORT),
    KAFKA_CONTROLLER_PORT("kafka.controller-port", "9193", Kind.PORT),
    MARIADB_PORT("mariadb.port", "3316", Kind.PORT),
    REDIS_PORT("redis.port", "6389", Kind.PORT),
    AUTH_PORT("auth-service.port", "8081", Kind.PORT),
    AUTH_MANAGEMENT_PORT("auth-service.management-port", "9081", Kind.PORT),
    HISTORY_PORT("history-service.port", "8082", Kind.PORT),
    HISTORY_MANAGEMENT_PORT("history-service.management-port", "9082", Kind.PORT),
    CHAT_PORT("chat-service.port", "8091", Kind.PORT),
    CHAT_MANAGEMENT_PORT("chat-service.management-port", "9091", Kind.PORT),
    GATEWAY_MANAGEMENT_PORT("api-gateway.management-port", "9080", Kind.PORT),

    KAFKA_HEAP("kafka.heap", "320m", Kind.HEAP),
    AUTH_HEAP("auth-service.heap", "192m", Kind.HEAP),
    HISTORY_HEAP("history-service.heap", "256m", Kind.HEAP),
    CHAT_HEAP("chat-service.heap", "256m", Kind.HEAP),
    GATEWAY_HEAP("api-gateway.heap", "192m", Kind.HEAP),
    ;

    private final String key;
    private final String standard;
    private final Kind kind;

    Setting(String key, String standard, Kind kind) {
        this.key = key;
        this.standard = standard;
        this.kind = kind;
    }

    public String key() {
        return key;
    }

    /** What holds where nothing is set; empty where that is worked out from others. */
    public String standard() {
        return standard;
    }

    /** @throws SettingsException saying key, value and what would be right */
    String checked(String value) {
        if (!kind.form.matcher(value).matches() || (kind == Kind.PORT && Integer.parseInt(value) > 65_535)) {
            throw new SettingsException("%s=%s: must be %s".formatted(key, value, kind.meaning));
        }
        return value;
    }

    static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    private enum Kind {
        PORT("[1-9][0-9]{0,4}", "a port, 1 to 65535"),
        COUNT("[1-9][0-9]?", "a number from 1 to 99"),
        HEAP("[1-9][0-9]{0,4}[mg]", "a heap size such as 256m or 1g"),
        TEXT(".*", "text");

        private final java.util.regex.Pattern form;
        private final String meaning;

        Kind(String form, String meaning) {
            this.form = java.util.regex.Pattern.compile(form);
            this.meaning = meaning;
        }
    }
}
