package dev.postrider.history.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.topic.Position;
import dev.postrider.history.fold.Changes;
import dev.postrider.history.fold.Register;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;

/** Reactions, pins, marks and own settings: for each key the highest event position wins, also against what is held. */
@ApplicationScoped
public class RegisterWriter {
    private static final ObjectMapper MAPPER = Json.mapper();
    private static final String REACTIONS =
            "INSERT INTO reaction (conversation, target, emoji, user, present, position, at)";
    private static final String REACTION = "present = IF(VALUES(position) > position, VALUES(present), present),"
            + " at = IF(VALUES(position) > position, VALUES(at), at), position = GREATEST(position, VALUES(position))";
    private static final String PINS = "INSERT INTO pin (conversation, target, user, present, position, at)";
    private static final String PIN = "present = IF(VALUES(position) > position, VALUES(present), present),"
            + " user = IF(VALUES(position) > position, VALUES(user), user),"
            + " at = IF(VALUES(position) > position, VALUES(at), at), position = GREATEST(position, VALUES(position))";
    private static final String MARKS = "INSERT INTO mark"
            + " (conversation, user, read_to, read_position, read_at, delivered_to, delivered_position)";
    private static final String MARK = "read_to = IF(VALUES(read_position) > read_position, VALUES(read_to), read_to),"
            + " read_at = IF(VALUES(read_position) > read_position, VALUES(read_at), read_at),"
            + " read_position = GREATEST(read_position, VALUES(read_position)),"
            + " delivered_to = IF(VALUES(delivered_position) > delivered_position, VALUES(delivered_to), delivered_to),"
            + " delivered_position = GREATEST(delivered_position, VALUES(delivered_position))";
    private static final String MINES = "INSERT INTO mine (user, about, position, at, settings)";
    private static final String MINE = "settings = IF(VALUES(position) > position, VALUES(settings), settings),"
            + " at = IF(VALUES(position) > position, VALUES(at), at), position = GREATEST(position, VALUES(position))";

    Uni<Void> write(SqlConnection connection, Changes changes) {
        return reactions(changes.registers(Register.Reaction.class))
                .write(connection)
                .chain(() -> pins(changes.registers(Register.Pin.class)).write(connection))
                .chain(() -> marks(changes.registers(Register.Mark.class)).write(connection))
                .chain(() -> mines(changes.registers(Register.Mine.class)).write(connection))
                .replaceWithVoid();
    }

    private static MultiRow reactions(List<Register.Reaction> all) {
        MultiRow rows = new MultiRow(REACTIONS, 7, REACTION);
        for (Register.Reaction one : all) {
            rows.row(
                    one.target().conversation(),
                    one.target().position(),
                    one.emoji(),
                    one.user(),
                    one.present(),
                    one.order(),
                    one.at().toEpochMilli());
        }
        return rows;
    }

    private static MultiRow pins(List<Register.Pin> all) {
        MultiRow rows = new MultiRow(PINS, 6, PIN);
        for (Register.Pin one : all) {
            rows.row(
                    one.target().conversation(),
                    one.target().position(),
                    one.user(),
                    one.present(),
                    one.order(),
                    one.at().toEpochMilli());
        }
        return rows;
    }

    private static MultiRow marks(List<Register.Mark> all) {
        MultiRow rows = new MultiRow(MARKS, 7, MARK);
        for (Register.Mark one : all) {
            boolean read = one.kind() == Register.Mark.Kind.READ;
            rows.row(
                    one.conversation(),
                    one.user(),
                    read ? one.upTo() : Position.NONE,
                    read ? one.order() : Position.NONE,
                    read ? one.at().toEpochMilli() : 0L,
                    read ? Position.NONE : one.upTo(),
                    read ? Position.NONE : one.order());
        }
        return rows;
    }

    private static MultiRow mines(List<Register.Mine> all) {
        MultiRow rows = new MultiRow(MINES, 5, MINE);
        for (Register.Mine one : all) {
            rows.row(one.user(), one.about(), one.order(), one.at().toEpochMilli(), json(one.settings()));
        }
        return rows;
    }

    private static String json(Settings.Mine settings) {
        try {
            return MAPPER.writeValueAsString(settings);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
