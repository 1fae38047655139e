package dev.postrider.chat.room;

import dev.postrider.chat.database.DatabaseAway;
import dev.postrider.chat.room.SqlRoomList.Listed;
import dev.postrider.contracts.rest.Room;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What anybody may find: public rooms that are not archived, by name. */
@ApplicationScoped
public class RoomList {
    private final SqlRoomList rooms;

    RoomList(SqlRoomList rooms) {
        this.rooms = rooms;
    }

    /**
     * A stretch of a list.
     *
     * @param next where the next one begins; null where this is the last
     */
    public record Stretch<T>(List<T> entries, @Nullable String next) {}

    /**
     * @param query what name or topic must contain, without case; null for all
     * @param after what {@code next} said; empty for the beginning
     */
    public Uni<Stretch<Room>> find(String user, @Nullable String query, String after, int limit) {
        return DatabaseAway.unavailableIn(rooms.page(user, query, after, limit + 1))
                .map(found -> stretch(found, user, limit));
    }

    private static Stretch<Room> stretch(List<Listed> found, String user, int limit) {
        List<Listed> shown = found.subList(0, Math.min(limit, found.size()));
        return new Stretch<>(
                shown.stream().map(one -> one.room().asSeenBy(user)).toList(),
                found.size() > limit ? shown.getLast().place() : null);
    }
}
