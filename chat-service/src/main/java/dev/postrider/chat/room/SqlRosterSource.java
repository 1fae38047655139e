package dev.postrider.chat.room;

import dev.postrider.base.peer.UserDirectory;
import dev.postrider.chat.database.Database;
import dev.postrider.chat.room.Roster.Seat;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.ConversationId.Direct;
import dev.postrider.contracts.rule.ConversationId.Room;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Rosters as the tables have them; of a direct conversation both people must exist. While the database is away a direct
 * conversation goes on as if nobody were blocked, and whatever was read so is not held.
 */
@ApplicationScoped
public class SqlRosterSource implements RosterSource {
    /**
     * Asked first, at the price of {@link #WAS}: of a room that this node holds a stranger hears after the one, of a room
     * that is not there after the other, and the time between must not tell which.
     */
    private static final String THERE = "SELECT 1 FROM room WHERE room = ?";

    private static final String ROOM = "SELECT r.archived, r.settings, m.user_id, m.role, m.since FROM room r"
            + " LEFT JOIN room_member m ON m.room = r.room AND m.present AND m.since IS NOT NULL WHERE r.room = ?";
    private static final String WAS = "SELECT 1 FROM room_member WHERE room = ? AND user_id = ? AND joined_by > 0";

    private static final Direct NOBODY = new Direct("00000000000000000000000000", "00000000000000000000000001");

    private final Database database;
    private final UserDirectory users;
    private final SqlBlocks blocks;

    SqlRosterSource(Database database, UserDirectory users, SqlBlocks blocks) {
        this.database = database;
        this.users = users;
        this.blocks = blocks;
    }

    @Override
    public CompletionStage<Optional<Reading>> read(String conversation) {
        return switch (ConversationId.parse(conversation).orElse(null)) {
            case Direct direct -> ofDirect(direct).subscribeAsCompletionStage();
            case Room room -> ofRoom(room.id()).subscribeAsCompletionStage();
            case null, default -> CompletableFuture.completedFuture(Optional.empty());
        };
    }

    @Override
    public CompletionStage<Boolean> wasMember(String userId, String conversation) {
        return ConversationId.parse(conversation).orElse(null) instanceof Room room
                ? database.look(WAS, room.id(), userId)
                        .map(rows -> !rows.isEmpty())
                        .subscribeAsCompletionStage()
                : CompletableFuture.completedFuture(false);
    }

    /** Asks once about nobody, so that the first who ask do not wait for connections and classes. */
    public Uni<Void> warm() {
        return database.look(ROOM, NOBODY.first())
                .chain(none -> blocks.between(NOBODY))
                .replaceWithVoid();
    }

    private Uni<Optional<Reading>> ofDirect(Direct direct) {
        return users.findAll(direct.members())
                .chain(found -> bothExist(direct, found)
                        ? blocks.between(direct).map(blocked -> Optional.of(reading(direct, blocked)))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private static Reading reading(Direct direct, Optional<Boolean> blocked) {
        return new Reading(Roster.OfDirect.of(direct, blocked.orElse(false)), blocked.isPresent());
    }

    private static boolean bothExist(Direct direct, Map<String, User> found) {
        return found.keySet().containsAll(direct.members());
    }

    private Uni<Optional<Reading>> ofRoom(String room) {
        return database.look(THERE, room)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Optional.<Reading>empty())
                        : database.look(ROOM, room).map(SqlRosterSource::reading));
    }

    private static Optional<Reading> reading(List<Row> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Seat> seats = new HashMap<>();
        for (Row row : rows) {
            if (row.getString("user_id") != null) {
                seats.put(
                        row.getString("user_id"),
                        new Seat(Role.Name.valueOf(row.getString("role")), row.getLong("since")));
            }
        }
        Row room = rows.getFirst();
        Roster roster = Roster.OfRoom.of(
                seats, SqlRoomReader.isTrue(room, "archived"), RoomWords.settings(room.getString("settings")));
        return Optional.of(new Reading(roster, true));
    }
}
