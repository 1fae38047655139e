package dev.postrider.history.store;

import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.topic.Position;
import dev.postrider.history.fold.Changes;
import dev.postrider.history.fold.Head;
import dev.postrider.history.fold.Register;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Who may read what, as the log shows it. Presence and role are registers of their own: for each the highest change
 * number wins. The people of direct conversations, personal feeds and own streams are members by the conversation's id.
 */
@ApplicationScoped
public class MemberWriter {
    private static final String INSERT = "INSERT INTO member (conversation, user, present, present_change,"
            + " since_position, until_position, since_at, role, role_change)";
    private static final int COLUMNS = 9;
    private static final String IMPLICIT = "conversation = VALUES(conversation)";
    private static final String PRESENCE =
            "since_at = IF(VALUES(since_position) > since_position, VALUES(since_at), since_at),"
                    + " since_position = GREATEST(since_position, VALUES(since_position)),"
                    + " until_position = GREATEST(until_position, VALUES(until_position)),"
                    + " present = IF(VALUES(present_change) > present_change, VALUES(present), present),"
                    + " present_change = GREATEST(present_change, VALUES(present_change))";
    private static final String ROLE = "role = IF(VALUES(role_change) > role_change, VALUES(role), role),"
            + " role_change = GREATEST(role_change, VALUES(role_change))";

    private static final String COUNT = "UPDATE conversation c SET c.members = (SELECT COUNT(*) FROM member m"
            + " WHERE m.conversation = c.conversation AND m.present) WHERE c.conversation = ?";

    /** Whom a conversation's id names is written together with the conversation: only new ones need that. */
    Uni<Void> write(SqlConnection connection, Changes changes, boolean anyNew) {
        return (anyNew ? implicit(changes).write(connection) : Uni.createFrom().item(0))
                .chain(() ->
                        presences(changes.registers(Register.Presence.class)).write(connection))
                .chain(() -> roles(changes.registers(Register.Role.class)).write(connection))
                .chain(() -> Statements.batch(connection, COUNT, counted(changes)));
    }

    private static List<Tuple> counted(Changes changes) {
        return changes.registers(Register.Presence.class).stream()
                .map(Register.Presence::conversation)
                .distinct()
                .map(Tuple::of)
                .toList();
    }

    private static MultiRow implicit(Changes changes) {
        MultiRow implicit = new MultiRow(INSERT, COLUMNS, IMPLICIT);
        for (Head head : changes.heads()) {
            for (String user : people(head.conversation())) {
                implicit.row(head.conversation(), user, true, -1L, Position.NONE, Position.NONE, 0L, null, -1L);
            }
        }
        return implicit;
    }

    /** Those whom a conversation's id itself names. */
    public static List<String> people(String conversation) {
        return switch (ConversationId.parse(conversation).orElseThrow()) {
            case ConversationId.Direct direct -> direct.members();
            case ConversationId.Own own -> List.of(own.userId());
            case ConversationId.PersonalFeed feed -> List.of(feed.userId());
            case ConversationId.Room room -> List.of();
            case ConversationId.Feed feed -> List.of();
        };
    }

    private static MultiRow presences(List<Register.Presence> presences) {
        MultiRow rows = new MultiRow(INSERT, COLUMNS, PRESENCE);
        for (Register.Presence one : presences) {
            rows.row(
                    one.conversation(),
                    one.user(),
                    one.present(),
                    one.order(),
                    one.present() ? one.position() : Position.NONE,
                    one.present() ? Position.NONE : one.position(),
                    one.present() ? one.at().toEpochMilli() : 0L,
                    null,
                    -1L);
        }
        return rows;
    }

    private static MultiRow roles(List<Register.Role> roles) {
        MultiRow rows = new MultiRow(INSERT, COLUMNS, ROLE);
        for (Register.Role one : roles) {
            rows.row(
                    one.conversation(),
                    one.user(),
                    false,
                    -1L,
                    Position.NONE,
                    Position.NONE,
                    0L,
                    one.name().name(),
                    one.order());
        }
        return rows;
    }
}
