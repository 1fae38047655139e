package dev.postrider.chat.own;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.ChatConfig;
import dev.postrider.chat.channel.Audience;
import dev.postrider.chat.channel.Fanout;
import dev.postrider.chat.database.DatabaseAway;
import dev.postrider.chat.journal.Journal;
import dev.postrider.chat.journal.KafkaJournal;
import dev.postrider.chat.own.SqlOwn.Place;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.rule.ConversationId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Writes people's own streams: each change stands in the database first and is told to the log by whole values, so a record
 * told twice says the same. Where an older value may still come behind a newer one, the newest is told again once that
 * cannot be any more (decision 21). A call answers once the log has it; where that is not known, 504 {@code unknown}, and
 * the same call again is safe.
 */
@ApplicationScoped
public class OwnStream {
    private static final ObjectMapper MAPPER = Json.mapper();
    private static final String BLOCK = "block:";
    private static final Duration APPENDED_WITHIN = Duration.ofSeconds(5);
    /** One in the queue before the producer, one in its hands. */
    private static final int DELIVERIES = 2;

    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final SqlOwn own;
    private final PeerHidden hidden;
    private final Journal journal;
    private final Fanout fanout;
    private final long doubtMillis;

    @Inject
    OwnStream(SqlOwn own, PeerHidden hidden, KafkaJournal journal, Fanout fanout, ChatConfig config) {
        this(own, hidden, (Journal) journal, fanout, config);
    }

    OwnStream(SqlOwn own, PeerHidden hidden, Journal journal, Fanout fanout, ChatConfig config) {
        this.own = own;
        this.hidden = hidden;
        this.journal = journal;
        this.fanout = fanout;
        this.doubtMillis =
                config.journal().deliveryTimeout().multipliedBy(DELIVERIES).toMillis();
    }

    /** Changes somebody's settings of a conversation of theirs; answers them as they are now. */
    public Uni<Settings.Mine> change(String user, String about, MineChange change) {
        Place place = new Place(user, about);
        return stillHidden(place, change)
                .chain(still -> inTime(own.set(place, before -> json(change.onto(present(before, still))))
                        .call(() -> publish(place))))
                .map(OwnStream::mine);
    }

    /** Part of a transaction; to be told by {@link #tellBlock} once that is committed. */
    public static Uni<Void> block(SqlConnection connection, String user, String other, boolean on, Clock clock) {
        String value = Boolean.toString(on);
        return SqlOwn.set(connection, new Place(user, BLOCK + other), before -> value, clock.millis())
                .replaceWithVoid();
    }

    /** Tells the log and the user's devices of a block or its end; nothing where that was done. */
    public Uni<Void> tellBlock(String user, String other) {
        return inTime(publish(new Place(user, BLOCK + other)));
    }

    /** Tells what nobody finished telling for so long; fails where some could not be told. */
    Uni<Void> sweep(long olderThanMillis, int max) {
        return own.left(olderThanMillis, max)
                .chain(left -> Uni.join()
                        .all(
                                left.isEmpty()
                                        ? List.of(Uni.createFrom().voidItem())
                                        : left.stream().map(this::publish).toList())
                        .usingConcurrencyOf(1)
                        .andCollectFailures()
                        .replaceWithVoid());
    }

    /** Hidden ends with the next message, which history knows of; asked only where it matters. */
    private Uni<Boolean> stillHidden(Place place, MineChange change) {
        return change.hidden() != null
                ? Uni.createFrom().item(true)
                : DatabaseAway.unavailableIn(own.value(place))
                        .chain(value -> mine(value).hidden()
                                ? hidden.still(place.user(), place.subject())
                                : Uni.createFrom().item(true));
    }

    private Uni<Void> publish(Place place) {
        return own.tell(place, doubtMillis, value -> append(event(place, value)))
                .invoke(told ->
                        told.ifPresent(event -> fanout.deliver(event, Audience.of(List.of(place.user())), null)))
                .replaceWithVoid();
    }

    private Uni<Event> append(Event event) {
        return Uni.createFrom()
                .completionStage(() -> journal.append(event))
                .ifNoItem()
                .after(APPENDED_WITHIN)
                .fail();
    }

    private static Event event(Place place, String value) {
        String stream = new ConversationId.Own(place.user()).text();
        return place.subject().startsWith(BLOCK)
                ? new Event.Blocked(
                        stream,
                        Event.UNSTAMPED,
                        Instant.EPOCH,
                        place.subject().substring(BLOCK.length()),
                        Boolean.parseBoolean(value))
                : new Event.Mine(stream, Event.UNSTAMPED, Instant.EPOCH, place.subject(), mine(value));
    }

    private static Settings.Mine present(String value, boolean stillHidden) {
        Settings.Mine set = mine(value);
        return new Settings.Mine(set.notifyOf(), set.mutedUntil(), set.favourite(), set.hidden() && stillHidden);
    }

    private static Settings.Mine mine(String value) {
        try {
            return value.isEmpty() ? Settings.Mine.DEFAULTS : MAPPER.readValue(value, Settings.Mine.class);
        } catch (JsonProcessingException torn) {
            throw new UncheckedIOException(torn);
        }
    }

    private static String json(Settings.Mine mine) {
        try {
            return MAPPER.writeValueAsString(mine);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <T> Uni<T> inTime(Uni<T> work) {
        return work.ifNoItem()
                .after(LONGEST)
                .fail()
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(away -> ProblemException.of(ProblemCode.UNKNOWN));
    }
}
