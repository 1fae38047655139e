package dev.postrider.history.store;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Everyone;
import dev.postrider.contracts.frame.LogCodec;
import dev.postrider.history.fold.Changes;
import dev.postrider.history.fold.LogEvent;
import dev.postrider.history.fold.MessageState;
import dev.postrider.history.fold.Text;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What stands in pages: new messages and system lines in one statement, older messages that changed one by one. */
@ApplicationScoped
public class EntryWriter {
    static final String EVERYONE = "*";
    private static final String ENTRIES =
            "INSERT INTO entry (conversation, position, type, sender, id, at, counts, body,"
                    + " mentions, everyone, reply_to, thread, feed_key, feed_value, feed_data, edits, edited_at,"
                    + " deleted_at, deleted_by, deleted_position, detail)";
    private static final String CHANGE =
            "UPDATE entry SET counts = ?, body = ?, mentions = ?, edits = ?, edited_at = ?,"
                    + " deleted_at = ?, deleted_by = ?, deleted_position = ? WHERE conversation = ? AND position = ?";
    private static final String REPLIES = "INSERT INTO reply (conversation, thread, position, counts, at)";
    private static final String VERSIONS = "INSERT INTO version (conversation, target, position, body, mentions, at)";
    private static final String MENTIONS = "INSERT INTO mention (conversation, user, target)";
    private static final String FORGET_MENTIONS = "DELETE FROM mention WHERE conversation = ? AND target = ?";

    Uni<Void> write(SqlConnection connection, Changes changes) {
        MultiRow entries = new MultiRow(ENTRIES, 21, "conversation = VALUES(conversation)");
        MultiRow replies = new MultiRow(REPLIES, 5, "conversation = VALUES(conversation)");
        MultiRow versions = new MultiRow(VERSIONS, 6, "conversation = VALUES(conversation)");
        MultiRow mentions = new MultiRow(MENTIONS, 3, "conversation = VALUES(conversation)");
        changes.sent().forEach(message -> sent(entries, message));
        changes.sent().forEach(message -> reply(replies, message));
        changes.lines().forEach(line -> line(entries, line));
        for (List<MessageState> states : List.of(changes.sent(), changes.changed())) {
            states.forEach(message -> versions(versions, message));
            states.forEach(message -> mentions(mentions, message));
        }
        return entries.write(connection)
                .chain(() -> replies.write(connection))
                .chain(() -> Statements.batch(connection, CHANGE, tuples(changes.changed())))
                .chain(() -> Statements.batch(connection, FORGET_MENTIONS, keys(changes.changed())))
                .chain(() -> versions.write(connection))
                .chain(() -> mentions.write(connection))
                .replaceWithVoid();
    }

    private static void sent(MultiRow rows, MessageState state) {
        Event.Message message = state.message();
        MessageState.Deletion deletion = state.deletion();
        Text text = state.text();
        rows.row(
                message.conversation(),
                message.position(),
                "message",
                message.from(),
                message.id(),
                message.at().toEpochMilli(),
                deletion == null,
                text == null ? null : text.body(),
                text == null ? null : Sql.list(text.mentions()),
                Sql.column(message.everyone()),
                message.replyTo(),
                message.thread(),
                text == null ? null : message.key(),
                text == null ? null : message.value(),
                text == null || message.data() == null ? null : message.data().toString(),
                state.edits(),
                editedAt(state),
                deletion == null ? null : deletion.at().toEpochMilli(),
                deletion == null ? null : deletion.by(),
                deletion == null ? null : deletion.position(),
                null);
    }

    private static void reply(MultiRow rows, MessageState state) {
        Event.Message message = state.message();
        if (message.thread() != null) {
            rows.row(
                    message.conversation(),
                    message.thread(),
                    message.position(),
                    state.deletion() == null,
                    message.at().toEpochMilli());
        }
    }

    private static void line(MultiRow rows, Event line) {
        rows.row(
                line.conversation(),
                line.position(),
                Repeats.type(line),
                LogEvent.sender(line),
                null,
                line.at().toEpochMilli(),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                new String(LogCodec.write(line), StandardCharsets.UTF_8));
    }

    private static void versions(MultiRow rows, MessageState state) {
        if (state.edits() > 0) {
            for (Text text : state.texts().values()) {
                rows.row(
                        state.message().conversation(),
                        state.message().position(),
                        text.position(),
                        text.body(),
                        Sql.list(text.mentions()),
                        text.at().toEpochMilli());
            }
        }
    }

    private static void mentions(MultiRow rows, MessageState state) {
        Text text = state.text();
        if (text == null) {
            return;
        }
        Event.Message message = state.message();
        text.mentions().forEach(user -> rows.row(message.conversation(), user, message.position()));
        if (message.everyone() == Everyone.MEMBERS) {
            rows.row(message.conversation(), EVERYONE, message.position());
        }
    }

    private static List<Tuple> tuples(List<MessageState> states) {
        return states.stream().map(EntryWriter::tuple).toList();
    }

    private static Tuple tuple(MessageState state) {
        MessageState.Deletion deletion = state.deletion();
        Text text = state.text();
        return Tuple.tuple()
                .addBoolean(deletion == null)
                .addString(text == null ? null : text.body())
                .addString(text == null ? null : Sql.list(text.mentions()))
                .addInteger(state.edits())
                .addLong(editedAt(state))
                .addLong(deletion == null ? null : deletion.at().toEpochMilli())
                .addString(deletion == null ? null : deletion.by())
                .addLong(deletion == null ? null : deletion.position())
                .addString(state.message().conversation())
                .addLong(state.message().position());
    }

    private static @org.jspecify.annotations.Nullable Long editedAt(MessageState state) {
        return state.edits() == 0
                ? null
                : Objects.requireNonNull(state.text()).at().toEpochMilli();
    }

    private static List<Tuple> keys(List<MessageState> states) {
        return states.stream()
                .map(state ->
                        Tuple.of(state.message().conversation(), state.message().position()))
                .toList();
    }
}
