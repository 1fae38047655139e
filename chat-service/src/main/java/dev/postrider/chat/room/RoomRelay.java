package dev.postrider.chat.room;

import dev.postrider.chat.channel.Audience;
import dev.postrider.chat.channel.Fanout;
import dev.postrider.chat.journal.Journal;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.frame.Event;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Brings what was decided about a room to the log, to all nodes, and to those who are there.
 *
 * <pre>
 *   outbox row ──► appended, in the order of the changes ──commit──► counts ──► notice on chat.control ──► deleted
 *                                                                            └──► heard live, if it is the first record
 * </pre>
 *
 * <p><b>Why the log has each change once, in order.</b> Changes are committed in the order of their numbers, and whoever
 * appends one has seen the one before acknowledged, to themselves or in its row. So a lower change cannot appear for the
 * first time behind a higher one, whoever appends, and however many do. A row stays until the log and the nodes were told.
 * Who dies in between leaves it to the next one, who appends it again: the record that stands lower has the same change
 * number, and the higher one is dead. That one tells at a time is for thrift, and no lock is held meanwhile.
 *
 * <p><b>Why a new member's view begins with the joining.</b> Rosters show who joined only after the commit that keeps the
 * joining's position, so whoever is named for it was named after that; see {@code channel.MembershipNotices} for what
 * was sent meanwhile.
 *
 * <p>Live, an event is told only where history says that its record is the first: clients take the highest position for
 * the newest state, and a repeat of an old change would come out on top. Else those who would hear it are asked to sync.
 */
public final class RoomRelay {
    private final RoomTables tables;
    private final Journal journal;
    private final Notices notices;
    private final FirstChanges firsts;
    private final Fanout fanout;
    private final Rosters rosters;
    private final SharedRuns runs = new SharedRuns();

    public RoomRelay(
            RoomTables tables, Journal journal, Notices notices, FirstChanges firsts, Fanout fanout, Rosters rosters) {
        this.tables = tables;
        this.journal = journal;
        this.notices = notices;
        this.firsts = firsts;
        this.fanout = fanout;
        this.rosters = rosters;
    }

    /**
     * Does what a command wants, where it may. Completes once the log has it, and, where it takes something from somebody,
     * all nodes will have heard of that within T; exceptionally where it may have been done or not.
     */
    public CompletionStage<Decision> command(String room, String caller, RoomCommand command) {
        return tables.change(room, caller, command).thenCompose(decision -> switch (decision) {
            case Decision.Done done
            when !done.events().isEmpty() ->
                (done.takes() ? warn(room, done) : CompletableFuture.<Void>completedFuture(null))
                        .thenCompose(warned -> publish(room))
                        .thenApply(published -> decision);
            case Decision.Done asItIs -> CompletableFuture.completedFuture(decision);
            case Decision.Refused refused -> CompletableFuture.completedFuture(decision);
        });
    }

    /** Completes once the log has every change that was committed before the call; exceptionally where that is unknown. */
    public CompletionStage<Void> publish(String room) {
        return runs.run(
                room, () -> tables.appendWaiting(room, journal::append).thenAccept(events -> appended(room, events)));
    }

    private void appended(String room, List<Event> events) {
        rosters.forget("room:" + room);
        events.forEach(event -> tell(room, event).thenCompose(told -> heard(room, event)));
    }

    /** What is taken counts at once, before the log has it. */
    private CompletionStage<Void> warn(String room, Decision.Done done) {
        rosters.forget("room:" + room);
        return notices.tell(new ControlRecord.Membership("room:" + room, Decision.named(done.events())));
    }

    /** Finishes what others have left behind for so long; completes when all of it was tried, exceptionally where some could not be. */
    public CompletionStage<Void> sweep(long olderThanMillis, int roomsMax) {
        return tables.waiting(olderThanMillis, roomsMax)
                .thenCompose(rooms -> all(rooms.stream().map(room -> finish(room, olderThanMillis))));
    }

    private CompletionStage<Void> finish(String room, long olderThanMillis) {
        return publish(room)
                .thenCompose(published -> tables.logged(room, olderThanMillis))
                .thenCompose(left -> all(left.stream()
                        .map(event -> tell(room, event)
                                .thenCompose(told -> isEnd(event)
                                        ? ended(room, event)
                                        : fanout.nudge(hearers(event), event.conversation(), event.position())))));
    }

    private CompletionStage<Void> tell(String room, Event event) {
        return notices.tell(new ControlRecord.Membership(event.conversation(), Decision.named(event)))
                .thenCompose(told -> tables.told(room, Decision.change(event)));
    }

    private CompletionStage<Void> heard(String room, Event event) {
        return isEnd(event) ? ended(room, event) : heard(event);
    }

    private static boolean isEnd(Event event) {
        return event instanceof Event.Room changed && changed.changed().ends();
    }

    /** Rosters name nobody any more: those who were there hear of it, and are asked to sync, which tells them to drop it. */
    private CompletionStage<Void> ended(String room, Event event) {
        return tables.dismissed(room, Decision.change(event))
                .thenApply(Audience::of)
                .thenCompose(all -> fanout.deliver(event, all, null)
                        .thenCompose(told -> fanout.nudge(all, event.conversation(), event.position())));
    }

    private CompletionStage<Void> heard(Event event) {
        return firsts.isFirst(event.conversation(), Decision.change(event), event.position())
                .exceptionally(unknown -> false)
                .thenCompose(first -> first
                        ? fanout.deliver(event, hearers(event), null)
                        : fanout.nudge(hearers(event), event.conversation(), event.position()));
    }

    private Audience hearers(Event event) {
        return rosters.audienceOfRoom(event.conversation(), roster -> hearers(roster, event));
    }

    /** Everybody in it, of large rooms those who run it, and whom it is about. */
    static Collection<String> hearers(Roster roster, Event event) {
        boolean all = event instanceof Event.Room || roster.members().size() <= Roster.COMINGS_MEMBERS_MAX;
        Collection<String> inside = all || !(roster instanceof Roster.OfRoom room) ? roster.members() : room.admins();
        return Stream.concat(inside.stream(), Decision.named(event).stream())
                .distinct()
                .toList();
    }

    private static CompletionStage<Void> all(Stream<CompletionStage<Void>> stages) {
        return CompletableFuture.allOf(
                stages.map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new));
    }
}
