package dev.postrider.chat.room;

import dev.postrider.contracts.frame.Event;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Rooms, their people, and what the log was not told yet. Every call but {@link #appendWaiting} is one transaction, or
 * completes exceptionally; where that says nothing of the transaction, it may have been committed.
 */
public interface RoomTables {
    /**
     * Decides under the room's lock and keeps what was decided, with one outbox row for each event.
     *
     * <p><b>Two changes at once.</b> The second waits for the lock before it reads anything, so it decides about the room
     * that the first has left, by the role that the first has left its caller, and takes the next number. What two change
     * of {@code settings} is merged that way too: each event carries all of them. Names of two rooms meet in the unique
     * key instead, where the second waits until the first is committed or gone.
     */
    CompletionStage<Decision> change(String room, String caller, RoomCommand command);

    /**
     * Gives every row that the log was not told of to {@code append}, one after the other in the order of their change
     * numbers, each after the one before was acknowledged, and keeps in one transaction where the log put each; who joined
     * counts from then on. Where one fails, nothing is kept. No transaction is open while the log is waited for; one call
     * at a time does so for a room, unless one takes long. Completes once nothing is left that was there before the call.
     *
     * @return those whose position this call kept, stamped: where two appended one, it is of one of them
     */
    CompletionStage<List<Event>> appendWaiting(String room, Function<Event, CompletionStage<Event>> append);

    /** Rows that the log has, and that lie here for longer than {@code olderThanMillis}, stamped. */
    CompletionStage<List<Event>> logged(String room, long olderThanMillis);

    /** Who was a member until this change deleted the room. */
    CompletionStage<List<String>> dismissed(String room, long change);

    /** The nodes were told: forgets the row. */
    CompletionStage<Void> told(String room, long change);

    /** Rooms with rows that lie here for longer than that. */
    CompletionStage<List<String>> waiting(long olderThanMillis, int roomsMax);
}
