package dev.postrider.chat.room;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What becomes of a command. */
public sealed interface Decision {
    /** Not allowed, or not possible; nothing changes. */
    record Refused(ProblemCode code, String detail) implements Decision {
        /** Not for the caller: told as what is not there, word for word. */
        static final Refused NOTHING_HERE = new Refused(ProblemCode.NOT_FOUND, "");
    }

    /**
     * These events, in this order, each with its change number, unstamped; none where everything is as wanted already.
     *
     * @param bans who is banned from now on, and who no longer
     * @param skipped who was left out, and why
     */
    record Done(List<Event> events, Map<String, Boolean> bans, Map<String, String> skipped) implements Decision {
        static final Done AS_IT_IS = new Done(List.of(), Map.of(), Map.of());

        static Done of(Event... events) {
            return new Done(List.of(events), Map.of(), Map.of());
        }

        /** Whether somebody may do or hear less than before: that counts at once, not when the log has it. */
        public boolean takes() {
            return events.stream()
                    .anyMatch(event ->
                            event instanceof Event.Left || event instanceof Event.Role || event instanceof Event.Room);
        }
    }

    /** Whom an event of a room is about. */
    static List<String> named(Event event) {
        return switch (event) {
            case Event.Joined joined -> joined.users();
            case Event.Left left -> List.of(left.user());
            case Event.Role role -> List.of(role.user());
            default -> List.of();
        };
    }

    /** Whom these events are about. */
    static List<String> named(List<Event> events) {
        return events.stream()
                .map(Decision::named)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** The change number of a room's event. */
    static long change(Event event) {
        Long change = switch (event) {
            case Event.Joined joined -> joined.change();
            case Event.Left left -> left.change();
            case Event.Role role -> role.change();
            case Event.Room room -> room.change();
            default -> null;
        };
        return Stream.ofNullable(change).findFirst().orElseThrow();
    }
}
