package dev.postrider.history.store;

import io.quarkus.reactive.mysql.client.MySQLPoolCreator;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;

/**
 * The connections to the tables. They keep longer statements prepared than they would unasked, and take further statements
 * while one is under way: whoever reads sends at once what does not hang on an answer ({@link Database#read}).
 */
@Singleton
final class HistoryPool implements MySQLPoolCreator {
    /** Above the longest slice of {@link MultiRow}. */
    private static final int PREPARED_CHARS_MAX = 8_000;

    private static final int UNDER_WAY_MAX = 16;

    @Override
    public Pool create(Input input) {
        input.mySQLConnectOptionsList()
                .forEach(options -> options.setPreparedStatementCacheSqlLimit(PREPARED_CHARS_MAX)
                        .setPipeliningLimit(UNDER_WAY_MAX));
        return MySQLBuilder.pool()
                .using(input.vertx())
                .with(input.poolOptions())
                .connectingTo(input.mySQLConnectOptionsList().getFirst())
                .build();
    }
}
