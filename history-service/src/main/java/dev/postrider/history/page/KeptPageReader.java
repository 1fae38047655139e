package dev.postrider.history.page;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.Conversation;
import dev.postrider.contracts.rest.Marks;
import dev.postrider.contracts.topic.Position;
import dev.postrider.history.HistoryConfig;
import dev.postrider.history.fold.RoomState;
import dev.postrider.history.page.KeptPage.KeptMember;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what Redis is to keep of a conversation, with its membership, from the caller's snapshot. */
@ApplicationScoped
public class KeptPageReader {
    private static final String HEAD =
            "SELECT kind, last_at, joined_only, room_state, (SELECT number FROM generation) AS generation"
                    + " FROM conversation WHERE conversation = ? AND kind <> 'me'";
    private static final String MEMBERS = "SELECT m.user, m.role, m.since_position, k.read_to, k.read_position"
            + " FROM member m LEFT JOIN mark k ON k.conversation = m.conversation AND k.user = m.user"
            + " WHERE m.conversation = ? AND m.present ORDER BY m.user LIMIT ?";
    private static final String ENTRIES =
            "SELECT " + EntryRow.COLUMNS + " FROM entry e WHERE e.conversation = ? ORDER BY e.position DESC LIMIT ?";

    private final HistoryConfig.Page config;
    private final EntryReader entries;
    private final PageReader pages;
    private final MemberReader members;

    KeptPageReader(HistoryConfig config, EntryReader entries, PageReader pages, MemberReader members) {
        this.config = config.page();
        this.entries = entries;
        this.pages = pages;
        this.members = members;
    }

    /** Empty where there is nothing, or where too many people are in it to be kept with it. */
    Uni<Optional<KeptPage>> read(SqlConnection connection, String conversation) {
        return connection.preparedQuery(HEAD).execute(Tuple.of(conversation)).chain(rows -> {
            var head = rows.iterator();
            return head.hasNext()
                    ? read(connection, conversation, head.next())
                    : Uni.createFrom().item(Optional.empty());
        });
    }

    /** The position up to which everything of this conversation is in what the same snapshot reads. */
    Uni<Long> asOf(SqlConnection connection, String conversation) {
        return pages.asOf(connection, conversation);
    }

    private Uni<Optional<KeptPage>> read(SqlConnection connection, String conversation, Row head) {
        Tuple limited = Tuple.of(conversation, config.keptMembersMax() + 1);
        return list(connection, MEMBERS, limited)
                .chain(people -> people.size() > config.keptMembersMax()
                        ? Uni.createFrom().item(Optional.empty())
                        : list(connection, ENTRIES, Tuple.of(conversation, config.keptEntries() + 1))
                                .chain(rows -> complete(connection, conversation, head, people, rows)));
    }

    private Uni<Optional<KeptPage>> complete(
            SqlConnection connection, String conversation, Row head, List<Row> people, List<Row> rows) {
        boolean older = rows.size() > config.keptEntries();
        List<Row> newest = (older ? rows.subList(0, config.keptEntries()) : rows).reversed();
        boolean joinedOnly = head.getInteger("joined_only") != 0;
        List<KeptMember> kept =
                people.stream().map(row -> member(row, joinedOnly)).toList();
        return entries.complete(connection, newest)
                .chain(all -> marks(connection, conversation, people.size())
                        .chain(marks -> pages.asOf(connection, conversation)
                                .map(asOf -> Optional.of(
                                        page(conversation, head, asOf, older, all, kept, marks.orElse(null))))));
    }

    private Uni<Optional<List<Marks>>> marks(SqlConnection connection, String conversation, int people) {
        return people > config.marksMembersMax()
                ? Uni.createFrom().item(Optional.empty())
                : members.marks(connection, List.of(conversation))
                        .map(all -> Optional.ofNullable(all.get(conversation)));
    }

    private static KeptPage page(
            String conversation,
            Row head,
            long asOf,
            boolean older,
            List<StoredEntry> entries,
            List<KeptMember> members,
            @Nullable List<Marks> marks) {
        String room = head.getString("room_state");
        return new KeptPage(
                head.getInteger("generation"),
                conversation,
                Conversation.Kind.valueOf(head.getString("kind")),
                room == null ? RoomState.UNKNOWN : RoomState.parse(room),
                asOf,
                head.getLong("last_at"),
                older,
                entries,
                members,
                marks);
    }

    private static KeptMember member(Row row, boolean joinedOnly) {
        String role = row.getString("role");
        long since = row.getLong("since_position");
        Long read = row.getLong("read_position");
        return new KeptMember(
                row.getString("user"),
                role == null ? null : Event.Role.Name.valueOf(role),
                joinedOnly ? since : Position.NONE,
                read == null || read < 0 ? since : row.getLong("read_to"));
    }

    private static Uni<List<Row>> list(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(rows -> {
            List<Row> list = new ArrayList<>();
            rows.forEach(list::add);
            return list;
        });
    }
}
