package dev.postrider.chat.room;

import dev.postrider.base.peer.UserDirectory;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.database.DatabaseAway;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.Room;
import dev.postrider.contracts.rest.RoomChange.Visibility;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.rule.Ulids;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people do to rooms. A call answers once the log has what it changed; a removal counts, and is known to every node
 * within a second, when its call answers. Where the database or the log does not answer in time it may have been done:
 * 504 {@code unknown}, and the same call again is safe.
 */
@ApplicationScoped
public class Rooms {
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final int DUPLICATE_KEY = 1062;

    private final SqlRoomTables tables;
    private final SqlRoomReader reader;
    private final RoomRelay relay;
    private final UserDirectory users;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Rooms(SqlRoomTables tables, SqlRoomReader reader, RoomRelay relay, UserDirectory users, Clock clock) {
        this.tables = tables;
        this.reader = reader;
        this.relay = relay;
        this.users = users;
        this.clock = clock;
    }

    /** Makes a room; the caller is its owner and first member. */
    public Uni<Room> found(String owner, String name, String topic, Visibility visibility, Settings settings) {
        String id = Ulids.next(clock.millis(), random);
        return inTime(tables.found(id, owner, RoomRules.founded(id, owner, name, topic, visibility, settings))
                        .chain(() -> published(id)))
                .chain(() -> seenBy(id, owner));
    }

    /** The room, for one who may see it; else {@code not-found}. */
    public Uni<Room> seenBy(String id, String user) {
        return DatabaseAway.unavailableIn(reader.seenBy(id, user))
                .map(found -> found.map(facts -> facts.asSeenBy(user))
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)));
    }

    /** Does what the contract allows the caller to do; fails with the problem that says why not. */
    public Uni<Decision.Done> command(String id, String caller, RoomCommand command) {
        return inTime(Uni.createFrom()
                .completionStage(() -> relay.command(id, caller, command))
                .map(Rooms::done));
    }

    /**
     * Adds those who are people and no members yet.
     *
     * @return who was added, and who was not and why
     */
    public Uni<Added> add(String id, String caller, RoomCommand.Add add) {
        return users.findAll(add.users()).chain(found -> {
            Map<String, String> skipped = new LinkedHashMap<>();
            List<String> people = new ArrayList<>();
            for (String user : add.users().stream().distinct().toList()) {
                if (found.containsKey(user)) {
                    people.add(user);
                } else {
                    skipped.put(user, "not-found");
                }
            }
            return command(id, caller, new RoomCommand.Add(people, add.role())).map(done -> {
                skipped.putAll(done.skipped());
                return new Added(Decision.named(done.events()), skipped);
            });
        });
    }

    /** Adds one or changes their role; fails with {@code not-found} where there is no such person. */
    public Uni<Void> appoint(String id, String caller, RoomCommand.Appoint appoint) {
        return users.find(appoint.user())
                .map(found -> found.orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)))
                .chain(() -> command(id, caller, appoint))
                .replaceWithVoid();
    }

    /** Who was added, and who was not and why. */
    public record Added(List<String> users, Map<String, String> skipped) {}

    private Uni<Void> published(String id) {
        return Uni.createFrom().completionStage(() -> relay.publish(id));
    }

    private static Decision.Done done(Decision decision) {
        return switch (decision) {
            case Decision.Done done -> done;
            case Decision.Refused refused ->
                throw refused.equals(Decision.Refused.NOTHING_HERE)
                        ? SqlRoomReader.notFound()
                        : new ProblemException(refused.code(), refused.detail());
        };
    }

    private static <T> Uni<T> inTime(Uni<T> work) {
        return work.ifNoItem()
                .after(LONGEST)
                .fail()
                .onFailure(Rooms::nameTaken)
                .transform(taken -> ProblemException.of(ProblemCode.NAME_TAKEN))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(away -> ProblemException.of(ProblemCode.UNKNOWN));
    }

    private static boolean nameTaken(Throwable failure) {
        return failure instanceof DatabaseException answer && answer.getErrorCode() == DUPLICATE_KEY;
    }
}
