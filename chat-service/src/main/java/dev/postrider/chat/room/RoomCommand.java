package dev.postrider.chat.room;

import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.frame.LeaveReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants of a room that exists. */
public sealed interface RoomCommand {
    /** @param invite the code of an invitation, which also opens a private room; null where there is none */
    record Join(@Nullable String invite) implements RoomCommand {}

    record Change(RoomPatch patch) implements RoomCommand {}

    /** By themselves, or because their account was closed. */
    record Leave(LeaveReason reason) implements RoomCommand {
        public Leave() {
            this(LeaveReason.left);
        }
    }

    /** Makes members of those who are none; the others are skipped. */
    record Add(List<String> users, Role.Name role) implements RoomCommand {}

    /** Adds one or changes their role; {@code owner} hands the room over. */
    record Appoint(String user, Role.Name role) implements RoomCommand {}

    record Remove(String user, boolean ban) implements RoomCommand {}

    record Unban(String user) implements RoomCommand {}

    /** For good: the room, and all that was said in it. */
    record Delete() implements RoomCommand {}

    /** Whom it would bring in. */
    default List<String> coming() {
        return this instanceof Add || this instanceof Appoint ? about() : List.of();
    }

    /** Whom it is about besides the caller. */
    default List<String> about() {
        return switch (this) {
            case Join ignored -> List.of();
            case Leave ignored -> List.of();
            case Delete ignored -> List.of();
            case Change ignored -> List.of();
            case Add add -> add.users();
            case Appoint appoint -> List.of(appoint.user());
            case Remove remove -> List.of(remove.user());
            case Unban unban -> List.of(unban.user());
        };
    }
}
