package dev.postrider.auth.key;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The signing keys in the database, private parts sealed. */
@ApplicationScoped
class KeyStore {
    private static final String ALL = "select id, public_jwk, sealed, signs_from from signing_keys order by signs_from";

    private final Pool pool;
    private final KeySeal seal;

    KeyStore(Pool pool, KeySeal seal) {
        this.pool = pool;
        this.seal = seal;
    }

    Uni<List<SigningKey>> all() {
        return all(pool);
    }

    /** Lets nobody else change the keys meanwhile; the change sees all keys and says which to add and to remove. */
    Uni<List<SigningKey>> change(Function<List<SigningKey>, Change> change) {
        return pool.withTransaction(connection -> connection
                .query("select id from key_lock where id = 1 for update")
                .execute()
                .chain(() -> all(connection))
                .chain(keys -> apply(connection, change.apply(keys)))
                .chain(() -> all(connection)));
    }

    private Uni<Void> apply(SqlConnection connection, Change change) {
        Uni<Void> adding = Multi.createFrom()
                .iterable(change.added())
                .onItem()
                .transformToUniAndConcatenate(key -> insert(connection, key))
                .collect()
                .asList()
                .replaceWithVoid();
        return adding.chain(() -> Multi.createFrom()
                .iterable(change.removed())
                .onItem()
                .transformToUniAndConcatenate(key -> delete(connection, key))
                .collect()
                .asList()
                .replaceWithVoid());
    }

    private Uni<RowSet<Row>> insert(SqlConnection connection, SigningKey key) {
        return connection
                .preparedQuery("insert into signing_keys (id, public_jwk, sealed, signs_from) values (?, ?, ?, ?)")
                .execute(Tuple.of(
                        key.id(),
                        key.publicJwk().toString(),
                        seal.seal(key.secret().getEncoded(), key.id()),
                        key.signsFrom().toEpochMilli()));
    }

    private static Uni<RowSet<Row>> delete(SqlConnection connection, SigningKey key) {
        return connection.preparedQuery("delete from signing_keys where id = ?").execute(Tuple.of(key.id()));
    }

    private Uni<List<SigningKey>> all(SqlClient client) {
        return client.query(ALL)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::read)
                        .toList());
    }

    private SigningKey read(Row row) {
        String id = row.getString("id");
        return new SigningKey(
                id,
                KeyMaker.jwk(row.getString("public_jwk")),
                KeyMaker.secret(seal.open(row.getString("sealed"), id)),
                Instant.ofEpochMilli(row.getLong("signs_from")));
    }

    /** What a change does. */
    record Change(List<SigningKey> added, List<SigningKey> removed) {}
}
