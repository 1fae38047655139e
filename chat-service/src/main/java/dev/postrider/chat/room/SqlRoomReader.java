package dev.postrider.chat.room;

import static dev.postrider.chat.database.Database.look;
import static dev.postrider.chat.database.Database.marks;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.database.Database;
import dev.postrider.chat.room.RoomFacts.Person;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rest.ProblemCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a decision needs to know of a room. */
@ApplicationScoped
class SqlRoomReader {
    private static final String ROOM = "SELECT * FROM room WHERE room = ?";
    /**
     * Decided by the database, so that a room that is hidden and one that is not there are the same to whatever comes
     * behind: reading a hidden one's row and settings took a tenth of the answer's time.
     */
    private static final String VISIBLE = ROOM + " AND (visibility = 'public' OR EXISTS"
            + " (SELECT 1 FROM room_member WHERE room_member.room = room.room AND user_id = ? AND present))";

    private static final String PEOPLE =
            "SELECT user_id, present, banned, role, joined_at FROM room_member WHERE room = ? AND user_id IN (%s)";
    private static final String HEIR = "SELECT user_id FROM room_member WHERE room = ? AND present AND user_id <> ?"
            + " ORDER BY FIELD(role, 'admin', 'member', 'reader'), joined_at, joined_by, user_id LIMIT 1";

    private static final String CROWDED = "SELECT user_id FROM room_member WHERE present AND user_id IN (%s)"
            + " GROUP BY user_id HAVING COUNT(*) >= " + RoomRules.ROOMS_MAX;

    private final Database database;
    private final InviteCodes codes;
    private final Clock clock;

    SqlRoomReader(Database database, InviteCodes codes, Clock clock) {
        this.database = database;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Part of a transaction. Fails with {@code not-found} where there is no such room, after it was asked for as much as
     * one that is not for the caller.
     */
    Uni<RoomFacts> facts(SqlConnection connection, String room, String caller, RoomCommand command) {
        List<String> about = new ArrayList<>(command.about());
        about.add(caller);
        return invited(connection, room, command)
                .chain(invited -> rowFor(connection, room, caller, invited)
                        .chain(rows -> look(connection, peopleAmong(about), withRoom(room, about))
                                .chain(people -> heir(connection, room, caller, people, command)
                                        .chain(heir -> crowded(connection, caller, command)
                                                .map(crowded -> facts(
                                                                rows.stream()
                                                                        .findFirst()
                                                                        .orElseThrow(SqlRoomReader::notFound),
                                                                people,
                                                                heir)
                                                        .with(invited, crowded))))));
    }

    /** Of a hidden room only for one whose invitation opens it. */
    private static Uni<List<Row>> rowFor(SqlConnection connection, String room, String caller, boolean invited) {
        return invited ? look(connection, ROOM, room) : look(connection, VISIBLE, room, caller);
    }

    private Uni<Boolean> invited(SqlConnection connection, String room, RoomCommand command) {
        if (!(command instanceof RoomCommand.Join join) || join.invite() == null) {
            return Uni.createFrom().item(false);
        }
        String code = join.invite();
        return SqlInvites.opens(connection, InviteCodes.digest(code), room, clock.millis())
                .map(seed -> seed.map(codes::code).filter(code::equals).isPresent());
    }

    /** Who of those who would come in is in as many rooms as one may be in. */
    private static Uni<Set<String>> crowded(SqlConnection connection, String caller, RoomCommand command) {
        List<String> coming = command instanceof RoomCommand.Join ? List.of(caller) : command.coming();
        return coming.isEmpty() ? Uni.createFrom().item(Set.of()) : crowded(connection, coming);
    }

    /** Part of a transaction. */
    static Uni<Set<String>> crowded(SqlConnection connection, List<String> users) {
        return look(connection, CROWDED.formatted(marks(users.size())), users.toArray())
                .map(rows -> rows.stream().map(row -> row.getString("user_id")).collect(Collectors.toSet()));
    }

    /** As it is now, for one who may see it; empty where there is no such room, or not for them. */
    Uni<Optional<RoomFacts>> seenBy(String room, String user) {
        return database.look(VISIBLE, room, user)
                .chain(rows -> database.look(peopleAmong(List.of(user)), room, user)
                        .map(people -> rows.stream()
                                .findFirst()
                                .map(row -> facts(row, people, Optional.empty()))
                                .filter(facts -> facts.visibleTo(user))));
    }

    private static Uni<Optional<String>> heir(
            SqlConnection connection, String room, String caller, List<Row> people, RoomCommand command) {
        return command instanceof RoomCommand.Leave && isPresent(people, caller)
                ? look(connection, HEIR, room, caller)
                        .map(rows -> rows.stream().findFirst().map(row -> row.getString("user_id")))
                : Uni.createFrom().item(Optional.empty());
    }

    private static boolean isPresent(List<Row> people, String user) {
        return people.stream().anyMatch(row -> row.getString("user_id").equals(user) && isTrue(row, "present"));
    }

    static RoomFacts facts(Row row, List<Row> people, Optional<String> heir) {
        return new RoomFacts(
                row.getString("room"),
                row.getString("name"),
                row.getString("topic"),
                RoomWords.visibility(row.getString("visibility")),
                isTrue(row, "archived"),
                RoomWords.settings(row.getString("settings")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getLong("change_number"),
                row.getInteger("members"),
                people(people),
                heir);
    }

    private static Map<String, Person> people(List<Row> rows) {
        Map<String, Person> people = new HashMap<>();
        rows.forEach(row -> people.put(
                row.getString("user_id"),
                new Person(
                        isTrue(row, "present"),
                        isTrue(row, "banned"),
                        Role.Name.valueOf(row.getString("role")),
                        Instant.ofEpochMilli(row.getLong("joined_at")))));
        return people;
    }

    private static String peopleAmong(List<String> users) {
        return PEOPLE.formatted(marks(users.size()));
    }

    private static Object[] withRoom(String room, List<String> users) {
        List<Object> values = new ArrayList<>(users.size() + 1);
        values.add(room);
        values.addAll(users);
        return values.toArray();
    }

    static boolean isTrue(Row row, String column) {
        return row.getInteger(column) != 0;
    }

    static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }
}
