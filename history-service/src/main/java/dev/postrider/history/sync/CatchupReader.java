package dev.postrider.history.sync;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import dev.postrider.history.HistoryConfig;
import dev.postrider.history.page.ConversationRow;
import dev.postrider.history.page.ListPlace;
import dev.postrider.history.page.Summary;
import dev.postrider.history.page.SummaryReader;
import dev.postrider.history.store.Database;
import dev.postrider.history.store.Progress;
import dev.postrider.history.sync.Catchup.Part;
import dev.postrider.history.sync.EventReader.Range;
import dev.postrider.history.sync.Selection.Candidate;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that changed after a cursor, from one snapshot.
 *
 * <p>Argument: the progress is read in the same snapshot as the rows, and each batch moves it in the transaction that
 * writes them; so the answer holds exactly the events below the returned vector, and the next one begins exactly there.
 */
@ApplicationScoped
public class CatchupReader {
    /** A cursor is parameters, not text: the statement is prepared once for all cursors. */
    private static final String SINCE =
            " AND h.last_position >= CAST(ELT(h.part + 1%s) AS SIGNED)".formatted(", ?".repeat(LogPartitions.COUNT));

    private static final String CHANGED = ConversationRow.SELECT + SINCE + " ORDER BY h.last_at DESC, h.conversation";
    private static final String ANY = "EXISTS (SELECT 1 FROM member m"
            + " JOIN conversation h ON h.conversation = m.conversation WHERE m.user = ?" + SINCE + ")";

    private final Database database;
    private final Progress progress;
    private final SummaryReader summaries;
    private final EventReader events;
    private final HistoryConfig config;

    CatchupReader(
            Database database, Progress progress, SummaryReader summaries, EventReader events, HistoryConfig config) {
        this.database = database;
        this.progress = progress;
        this.summaries = summaries;
        this.events = events;
        this.config = config;
    }

    /** Fails with the problem {@code reload} for a cursor of another epoch. */
    Uni<Catchup> read(String user, @Nullable LogVector cursor) {
        return cursor == null
                ? database.readInTurn(
                        connection -> progress.vector(connection).chain(now -> first(connection, user, now)))
                : progress.unless(ANY, values(user, cursor))
                        .chain(now -> now.filter(one -> one.epoch() == cursor.epoch())
                                .map(one -> Uni.createFrom().item(new Catchup(one, List.of())))
                                .orElseGet(() -> changed(user, cursor)));
    }

    /** Most who come back have missed nothing, and thousands come back at once: that costs one statement. */
    private Uni<Catchup> changed(String user, LogVector cursor) {
        return database.readInTurn(
                connection -> progress.vector(connection).chain(now -> since(connection, user, cursor, now)));
    }

    private static List<Object> values(String user, LogVector cursor) {
        List<Object> values = new ArrayList<>(1 + LogPartitions.COUNT);
        values.add(user);
        for (int partition = 0; partition < LogPartitions.COUNT; partition++) {
            values.add(cursor.positionAt(partition));
        }
        return values;
    }

    private Uni<Catchup> first(SqlConnection connection, String user, LogVector now) {
        int max = config.sync().firstConversationsMax();
        return summaries
                .newest(connection, user, ListPlace.TOP, max)
                .map(found -> found.stream()
                        .map(one -> new Part(one.row(), one, asOf(now, one.row()), true, List.of()))
                        .collect(Collectors.toCollection(ArrayList::new)))
                .map(parts -> {
                    parts.add(ownStream(user, now));
                    return new Catchup(now, parts);
                });
    }

    private static Part ownStream(String user, LogVector now) {
        String id = new ConversationId.Own(user).text();
        ConversationRow row = ConversationRow.ownStream(id, LogPartitions.of(id));
        return new Part(row, null, asOf(now, row), true, List.of());
    }

    private Uni<Catchup> since(SqlConnection connection, String user, LogVector cursor, LogVector now) {
        if (cursor.epoch() != now.epoch()) {
            return Uni.createFrom().failure(ProblemException.of(ProblemCode.RELOAD));
        }
        return SummaryReader.rows(connection, CHANGED, Tuple.from(values(user, cursor)))
                .map(rows -> rows.stream().filter(row -> concerns(row, cursor)).toList())
                .chain(rows -> parts(connection, user, rows, new Span(cursor, now)))
                .map(parts -> new Catchup(now, parts));
    }

    /** Whoever left before the cursor has been told so. */
    private static boolean concerns(ConversationRow row, LogVector cursor) {
        return row.present() || row.until() >= cursor.positionAt(row.part());
    }

    /** From the cursor up to what this read sees. */
    private record Span(LogVector cursor, LogVector now) {
        Range of(ConversationRow row) {
            long from = Math.max(cursor.positionAt(row.part()), row.visibleFrom());
            return new Range(row.id(), from, row.present() ? asOf(now, row) : row.until());
        }

        boolean joinedSince(ConversationRow row) {
            return row.since() >= cursor.positionAt(row.part());
        }
    }

    private Uni<List<Part>> parts(SqlConnection connection, String user, List<ConversationRow> rows, Span span) {
        List<ConversationRow> present =
                rows.stream().filter(ConversationRow::present).toList();
        return chosen(connection, rows, span)
                .chain(whole -> events.events(connection, ranges(rows, whole, span))
                        .chain(found -> summaries
                                .summaries(connection, user, present)
                                .map(shown -> assembled(rows, found, byId(shown), user, span.now))));
    }

    private Uni<Set<String>> chosen(SqlConnection connection, List<ConversationRow> rows, Span span) {
        int perConversation = config.sync().eventsPerConversationMax();
        List<Range> ranges = rows.stream().map(span::of).toList();
        return events.counts(connection, ranges, perConversation + 1)
                .map(counts -> rows.stream()
                        .map(row -> new Candidate(row.id(), counts.getOrDefault(row.id(), 0), span.joinedSince(row)))
                        .toList())
                .map(candidates -> Selection.whole(
                        candidates, perConversation, config.sync().eventsMax()));
    }

    private static List<Range> ranges(List<ConversationRow> rows, Set<String> whole, Span span) {
        return rows.stream()
                .filter(row -> whole.contains(row.id()))
                .map(span::of)
                .toList();
    }

    private List<Part> assembled(
            List<ConversationRow> rows,
            Map<String, List<Event>> events,
            Map<String, Summary> summaries,
            String user,
            LogVector now) {
        return rows.stream()
                .map(row -> {
                    Summary summary = summaries.get(row.id());
                    List<Event> found = events.get(row.id());
                    return new Part(row, summary, asOf(now, row), found == null, told(found, summary, user));
                })
                .toList();
    }

    /** In larger rooms the marks of others are not told. */
    private List<Event> told(@Nullable List<Event> found, @Nullable Summary summary, String user) {
        if (found == null) {
            return List.of();
        }
        boolean marks = summary == null || summary.marks() != null;
        return marks
                ? found
                : found.stream().filter(event -> !isMarkOfOthers(event, user)).toList();
    }

    private static boolean isMarkOfOthers(Event event, String user) {
        return switch (event) {
            case Event.Read read -> !read.from().equals(user);
            case Event.Delivered delivered -> !delivered.from().equals(user);
            default -> false;
        };
    }

    private static Map<String, Summary> byId(List<Summary> summaries) {
        Map<String, Summary> byId = new HashMap<>();
        summaries.forEach(one -> byId.put(one.row().id(), one));
        return byId;
    }

    private static long asOf(LogVector now, ConversationRow row) {
        return Math.max(Position.NONE, now.positionAt(row.part()) - 1);
    }
}
