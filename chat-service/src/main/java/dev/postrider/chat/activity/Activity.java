package dev.postrider.chat.activity;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.activity.Tallying.Count;
import dev.postrider.chat.database.Database;
import dev.postrider.chat.database.DatabaseAway;
import dev.postrider.chat.message.AcceptedSends;
import dev.postrider.contracts.frame.Event;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * About how many messages and people a day. Each node counts what it accepts and adds it up in the database every few
 * seconds; what a node had not told when it ended is missing, and a node that does not know whether it told tells again.
 */
@ApplicationScoped
public class Activity implements AcceptedSends {
    private static final Logger LOG = Logger.getLogger(Activity.class);
    private static final int YEAR_MIN = 1970;
    private static final int YEAR_MAX = 9_998;
    private static final int DAYS_MAX = 366;
    private static final int DAYS_DEFAULT = 30;
    private static final int PEOPLE_AT_ONCE = 500;
    private static final String ADD =
            "INSERT INTO activity (day, messages) VALUES (?, ?) ON DUPLICATE KEY UPDATE messages = messages + VALUES(messages)";
    private static final String PEOPLE = "INSERT IGNORE INTO activity_person (day, user_id) VALUES ";
    private static final String BETWEEN = "SELECT a.day, a.messages,"
            + " (SELECT COUNT(*) FROM activity_person p WHERE p.day = a.day) AS people"
            + " FROM activity a WHERE a.day BETWEEN ? AND ? ORDER BY a.day";

    private final Database database;
    private final Clock clock;
    private final Tallying tallying = new Tallying();

    Activity(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One day on which something was written. */
    public record Day(LocalDate day, long messages, int people) {}

    @Override
    public void onAccepted(String from, Event.Message message) {
        tallying.wrote(from, message.at().atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** Fails with {@code invalid} for what are no days, or too many. */
    public Uni<List<Day>> between(@Nullable String from, @Nullable String to) {
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : day("to", to);
        LocalDate first = from == null ? last.minusDays(DAYS_DEFAULT) : day("from", from);
        if (Math.abs(ChronoUnit.DAYS.between(first, last)) >= DAYS_MAX) {
            throw ProblemException.invalid("from", "range", "is at most a year before to");
        }
        return DatabaseAway.unavailableIn(database.look(BETWEEN, first, last))
                .map(rows -> rows.stream()
                        .map(row -> new Day(row.getLocalDate("day"), row.getLong("messages"), row.getInteger("people")))
                        .toList());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        return Multi.createFrom()
                .iterable(tallying.take().entrySet())
                .onItem()
                .transformToUniAndConcatenate(this::keep)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> keep(Map.Entry<LocalDate, Count> day) {
        List<String> people = List.copyOf(day.getValue().people());
        return database.write(connection -> Database.change(
                                connection, ADD, day.getKey(), day.getValue().messages())
                        .chain(() -> Multi.createFrom()
                                .iterable(people)
                                .group()
                                .intoLists()
                                .of(PEOPLE_AT_ONCE)
                                .onItem()
                                .transformToUniAndConcatenate(some -> wrote(connection, day.getKey(), some))
                                .collect()
                                .last())
                        .replaceWithVoid())
                .onFailure()
                .invoke(away -> {
                    LOG.warnf("Activity could not be kept, trying again: %s", away.getMessage());
                    tallying.back(day.getKey(), day.getValue());
                })
                .onFailure()
                .recoverWithNull();
    }

    private static Uni<Integer> wrote(SqlConnection connection, LocalDate day, List<String> people) {
        List<Object> values = new ArrayList<>();
        people.forEach(user -> {
            values.add(day);
            values.add(user);
        });
        String rows = String.join(",", Collections.nCopies(people.size(), "(?, ?)"));
        return Database.change(connection, PEOPLE + rows, values.toArray());
    }

    private static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= YEAR_MIN && day.getYear() <= YEAR_MAX) {
                return day;
            }
        } catch (DateTimeException foreign) {
            LOG.debugf("No day: %s", foreign.getMessage());
        }
        throw ProblemException.invalid(field, "form", "is a day, as 2026-11-30");
    }
}
