package dev.postrider.history.store;

import io.quarkus.reactive.mysql.client.MySQLPoolCreator;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;

/** The connections to the tables, which keep longer statements prepared than they would unasked. */
@Singleton
final class HistoryPool implements MySQLPoolCreator {
    /** Above the longest slice of {@link MultiRow}. */
    private static final int PREPARED_CHARS_MAX = 8_000;

    @Override
    public Pool create(Input input) {
        input.mySQLConnectOptionsList()
                .forEach(options -> options.setPreparedStatementCacheSqlLimit(PREPARED_CHARS_MAX));
        return MySQLBuilder.pool()
                .using(input.vertx())
                .with(input.poolOptions())
                .connectingTo(input.mySQLConnectOptionsList().getFirst())
                .build();
    }
}
