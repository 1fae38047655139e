package dev.postrider.testkit.quarkus;

import dev.postrider.stack.server.MariaDbServer;
import dev.postrider.stack.server.MySqlDatabase;
import dev.postrider.testkit.server.EmbeddedMariaDb;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Points the service at one schema of this JVM's MariaDB: {@code @QuarkusTestResource(value = MariaDbResource.class,
 * initArgs = @ResourceArg(name = "schema", value = "postrider_chat"))}.
 */
public final class MariaDbResource implements QuarkusTestResourceLifecycleManager {
    public static final String SCHEMA = "schema";

    private String schema = MariaDbServer.SCHEMAS.getFirst();

    @Override
    public void init(Map<String, String> arguments) {
        schema = arguments.getOrDefault(SCHEMA, schema);
        if (!MariaDbServer.SCHEMAS.contains(schema)) {
            throw new IllegalArgumentException("schema must be one of " + MariaDbServer.SCHEMAS);
        }
    }

    @Override
    public Map<String, String> start() {
        MySqlDatabase database = EmbeddedMariaDb.shared().database();
        return Map.of(
                "quarkus.datasource.reactive.url", database.reactiveUrl(schema),
                "quarkus.datasource.jdbc.url", database.jdbcUrl(schema),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }

    /** The server is shared and ends with the JVM. */
    @Override
    public void stop() {}
}
