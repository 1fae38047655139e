package dev.postrider.chat.room;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where rosters are kept. Both complete exceptionally where nobody can tell now. */
public interface RosterSource {
    /** As it is at some moment after the call; empty where there is no such conversation. */
    CompletionStage<Optional<Reading>> read(String conversation);

    /** Whether this user ever was a member there. */
    CompletionStage<Boolean> wasMember(String userId, String conversation);

    /**
     * A roster as it was read.
     *
     * @param certain false where a part of it could not be looked up: good enough for now, not to be held
     */
    record Reading(Roster roster, boolean certain) {}
}
