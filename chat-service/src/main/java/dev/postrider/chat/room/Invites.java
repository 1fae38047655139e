package dev.postrider.chat.room;

import dev.postrider.base.SharedConfig;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.database.DatabaseAway;
import dev.postrider.chat.room.SqlInvites.Kept;
import dev.postrider.chat.room.SqlInvites.Shown;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rest.ProblemCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invitations by link: whoever may invite makes them, whoever holds one joins, until it is used up, over or revoked. */
@ApplicationScoped
public class Invites {
    static final int PER_ROOM_MAX = 100;

    private final SqlInvites invites;
    private final SqlRoomReader rooms;
    private final InviteCodes codes;
    private final Clock clock;
    private final String origin;

    Invites(SqlInvites invites, SqlRoomReader rooms, InviteCodes codes, Clock clock, SharedConfig config) {
        this.invites = invites;
        this.rooms = rooms;
        this.codes = codes;
        this.clock = clock;
        this.origin = config.publicOrigins().getFirst();
    }

    /**
     * An invitation.
     *
     * @param expiresAt null for one that does not
     * @param usesLeft how many more may join by it; null for any number
     */
    public record Invite(
            String code,
            String url,
            @Nullable Instant expiresAt,
            @Nullable Integer usesLeft) {}

    /** What is told of a room to anybody who holds a code. */
    public record Preview(String id, String name, String topic, int memberCount) {}

    /** Makes one; the caller may invite there. */
    public Uni<Invite> make(String room, String caller, @Nullable Instant expiresAt, @Nullable Integer uses) {
        Kept made = new Kept(codes.seed(), caller, expiresAt, uses);
        Invite invite = shown(made);
        return inviter(room, caller)
                .invoke(mine -> {
                    if (mine.archived()) {
                        throw ProblemException.of(ProblemCode.ARCHIVED);
                    }
                })
                .chain(mine -> DatabaseAway.unavailableIn(
                        invites.put(InviteCodes.digest(invite.code()), room, made, clock.millis(), PER_ROOM_MAX)))
                .map(kept -> {
                    if (!kept) {
                        throw new ProblemException(
                                ProblemCode.FORBIDDEN, "A room has at most " + PER_ROOM_MAX + " invitations.");
                    }
                    return invite;
                });
    }

    /** All that somebody could join by, the oldest first. */
    public Uni<List<Invite>> of(String room, String caller) {
        return inviter(room, caller)
                .chain(mine -> DatabaseAway.unavailableIn(invites.ofRoom(room, clock.millis())))
                .map(found -> found.stream().map(this::shown).toList());
    }

    /** Also where there is none; those who run the room revoke everybody's, others their own. */
    public Uni<Void> revoke(String room, String caller, String code) {
        return inviter(room, caller)
                .chain(mine -> DatabaseAway.unavailableIn(
                        invites.revoke(InviteCodes.digest(code), room, caller, mine.admin())));
    }

    /** The room that a code opens, for whoever holds it. */
    public Uni<Preview> preview(String code) {
        return DatabaseAway.unavailableIn(invites.roomOf(InviteCodes.digest(code), clock.millis()))
                .map(found -> found.filter(room -> codes.code(room.seed()).equals(code))
                        .map(Invites::preview)
                        .orElseThrow(SqlRoomReader::notFound));
    }

    private record Inviter(boolean admin, boolean archived) {}

    private Uni<Inviter> inviter(String room, String caller) {
        return DatabaseAway.unavailableIn(rooms.seenBy(room, caller))
                .map(found -> found.orElseThrow(SqlRoomReader::notFound))
                .map(facts -> {
                    if (!RoomRules.mayInvite(facts, caller)) {
                        throw ProblemException.of(ProblemCode.FORBIDDEN);
                    }
                    boolean admin = facts.roleOf(caller).orElseThrow().compareTo(Role.Name.admin) >= 0;
                    return new Inviter(admin, facts.archived());
                });
    }

    private Invite shown(Kept kept) {
        String code = codes.code(kept.seed());
        return new Invite(code, origin + "/invites/" + code, kept.expiresAt(), kept.usesLeft());
    }

    private static Preview preview(Shown room) {
        return new Preview(room.room(), room.name(), room.topic(), room.members());
    }
}
