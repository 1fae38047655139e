package dev.postrider.chat.room;

import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.rest.Settings;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Who may do what to messages: the contract's table, by role and setting. Pure. */
public final class Rights {
    private Rights() {}

    /** Why not. */
    public record Refusal(RejectCode code, String detail) {}

    /** Empty where this member may. */
    public static Optional<Refusal> refusal(Roster roster, String userId, Act act) {
        return switch (roster) {
            case Roster.OfDirect direct -> inDirect(direct, act);
            case Roster.OfRoom room -> inRoom(room, room.roleOf(userId), act);
        };
    }

    /** How long this member waits between two messages; 0 for those who run a room, and where nobody waits. */
    public static long millisBetweenSends(Roster roster, String userId) {
        return roster instanceof Roster.OfRoom room && room.roleOf(userId).compareTo(Role.Name.admin) < 0
                ? TimeUnit.SECONDS.toMillis(room.settings().slowModeSeconds())
                : 0;
    }

    private static Optional<Refusal> inDirect(Roster.OfDirect direct, Act act) {
        return switch (act) {
            case SEND_TO_EVERYONE -> no(RejectCode.INVALID, "everyone: not in a direct conversation");
            case EDIT_OTHERS, DELETE_OTHERS -> no(RejectCode.FORBIDDEN, "not your message");
            case DELETE -> Optional.empty();
            case SEND, EDIT, REACT, PIN ->
                direct.blocked() ? no(RejectCode.BLOCKED, "one of the two has blocked the other") : Optional.empty();
        };
    }

    private static Optional<Refusal> inRoom(Roster.OfRoom room, Role.Name role, Act act) {
        if (room.archived()) {
            return no(RejectCode.ARCHIVED, "the room is archived");
        }
        if (act == Act.EDIT_OTHERS) {
            return no(RejectCode.FORBIDDEN, "not your message");
        }
        Settings settings = room.settings();
        Role.Name needed = switch (act) {
            case SEND, EDIT, DELETE, REACT -> needed(settings.posting());
            case SEND_TO_EVERYONE -> highest(needed(settings.posting()), needed(settings.everyone()));
            case EDIT_OTHERS, DELETE_OTHERS, PIN -> Role.Name.admin;
        };
        return role.compareTo(needed) >= 0
                ? Optional.empty()
                : no(RejectCode.FORBIDDEN, "only " + needed + "s and those above them may");
    }

    private static Role.Name needed(Settings.Who who) {
        return who == Settings.Who.members ? Role.Name.member : Role.Name.admin;
    }

    private static Role.Name highest(Role.Name one, Role.Name other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Optional<Refusal> no(RejectCode code, String detail) {
        return Optional.of(new Refusal(code, detail));
    }
}
