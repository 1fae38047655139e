package dev.postrider.chat.room;

import static dev.postrider.chat.database.Database.change;
import static dev.postrider.chat.database.Database.look;

import dev.postrider.chat.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code room_invite}; what is used up or over is not there. */
@ApplicationScoped
class SqlInvites {
    private static final String LIVING = " AND (expires_at IS NULL OR expires_at > ?)";
    private static final String OPENS = "SELECT seed FROM room_invite WHERE digest = ? AND room = ?" + LIVING;
    private static final String USED =
            "UPDATE room_invite SET uses_left = uses_left - 1 WHERE digest = ? AND uses_left IS NOT NULL";
    private static final String USED_UP = "DELETE FROM room_invite WHERE digest = ? AND uses_left <= 0";
    private static final String PUT = "INSERT INTO room_invite"
            + " (digest, room, seed, made_by, created_at, expires_at, uses_left) VALUES (?, ?, ?, ?, ?, NULLIF(?, 0), NULLIF(?, 0))";
    private static final String OVER = "DELETE FROM room_invite WHERE room = ? AND expires_at <= ?";
    private static final String COUNT = "SELECT COUNT(*) AS invites FROM room_invite WHERE room = ?";
    private static final String OF_ROOM = "SELECT seed, made_by, expires_at, uses_left FROM room_invite WHERE room = ?"
            + LIVING + " ORDER BY created_at, seed";
    private static final String ROOM_OF = "SELECT i.seed, r.room, r.name, r.topic, r.members FROM room_invite i"
            + " JOIN room r ON r.room = i.room AND NOT r.archived"
            + " WHERE i.digest = ? AND (i.expires_at IS NULL OR i.expires_at > ?)";
    private static final String REVOKE = "DELETE FROM room_invite WHERE digest = ? AND room = ? AND (made_by = ? OR ?)";

    private final Database database;

    SqlInvites(Database database) {
        this.database = database;
    }

    /** One in the table. */
    record Kept(
            String seed,
            String madeBy,
            @Nullable Instant expiresAt,
            @Nullable Integer usesLeft) {}

    /** What is shown of a room to whoever holds a code. */
    record Shown(String seed, String room, String name, String topic, int members) {}

    /** What a living code of that room is made from. Part of a transaction that holds the room's lock. */
    static Uni<Optional<String>> opens(SqlConnection connection, String digest, String room, long nowMillis) {
        return look(connection, OPENS, digest, room, nowMillis)
                .map(rows -> rows.stream().findFirst().map(row -> row.getString("seed")));
    }

    /** Counts one use. Part of a transaction that holds the room's lock, so that no two count the same. */
    static Uni<Void> use(SqlConnection connection, String digest) {
        return change(connection, USED, digest)
                .chain(() -> change(connection, USED_UP, digest))
                .replaceWithVoid();
    }

    /** Answers whether there was still room for it. */
    Uni<Boolean> put(String digest, String room, Kept invite, long nowMillis, int max) {
        return database.write(connection -> look(connection, SqlRoomTables.LOCK, room)
                .chain(() -> change(connection, OVER, room, nowMillis))
                .chain(() -> look(connection, COUNT, room))
                .chain(rows -> rows.getFirst().getInteger("invites") >= max
                        ? Uni.createFrom().item(false)
                        : change(
                                        connection,
                                        PUT,
                                        digest,
                                        room,
                                        invite.seed(),
                                        invite.madeBy(),
                                        nowMillis,
                                        invite.expiresAt() == null
                                                ? 0L
                                                : invite.expiresAt().toEpochMilli(),
                                        Objects.requireNonNullElse(invite.usesLeft(), 0))
                                .replaceWith(true)));
    }

    Uni<List<Kept>> ofRoom(String room, long nowMillis) {
        return database.look(OF_ROOM, room, nowMillis)
                .map(rows -> rows.stream().map(SqlInvites::kept).toList());
    }

    Uni<Optional<Shown>> roomOf(String digest, long nowMillis) {
        return database.look(ROOM_OF, digest, nowMillis)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Shown(
                                row.getString("seed"),
                                "room:" + row.getString("room"),
                                row.getString("name"),
                                row.getString("topic"),
                                row.getInteger("members"))));
    }

    /** @param anybodys whether also one that somebody else made */
    Uni<Void> revoke(String digest, String room, String user, boolean anybodys) {
        return database.change(REVOKE, digest, room, user, anybodys).replaceWithVoid();
    }

    private static Kept kept(Row row) {
        Long expires = row.getLong("expires_at");
        return new Kept(
                row.getString("seed"),
                row.getString("made_by"),
                expires == null ? null : Instant.ofEpochMilli(expires),
                row.getInteger("uses_left"));
    }
}
