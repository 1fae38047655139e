package dev.postrider.history.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.LeaveReason;
import dev.postrider.history.support.Talk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchFoldTest {
    private static final int SCHEDULES = 2_000;

    private final String wren = Talk.user();
    private final String moss = Talk.user();
    private final Talk talk = Talk.between(wren, moss);
    private final Event.Message message =
            talk.message(Talk.id(), wren, "first", null, null).stamped(1, at(1));

    @Test
    void editsAndDeletionsGiveTheSameStateInAnyOrderAndNumber() {
        List<Event> over = List.of(edit(2, "second"), edit(3, "third"), edit(5, "fifth"), deletion(7), deletion(9));
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Random random = new Random(seed);
            List<Event> some = new ArrayList<>(over.subList(0, 1 + random.nextInt(over.size())));
            MessageState inOrder = folded(some);
            some.addAll(some.subList(0, random.nextInt(some.size() + 1)));
            Collections.shuffle(some, random);

            MessageState shuffled = folded(some);

            assertEquals(inOrder, shuffled, "seed " + seed);
        }
    }

    @Test
    void theNewestEditIsTheTextAndFormerOnesAreKept() {
        MessageState state = folded(List.of(edit(3, "third"), edit(2, "second")));

        assertEquals("third", java.util.Objects.requireNonNull(state.text()).body());
        assertEquals(2, state.edits());
        assertEquals(
                List.of("first", "second", "third"),
                state.texts().values().stream().map(Text::body).toList());
    }

    @Test
    void noTextSurvivesADeletion() {
        MessageState state = folded(List.of(edit(2, "second"), deletion(3), edit(4, "fourth")));

        assertTrue(state.isDeleted());
        assertNull(state.text());
        assertTrue(state.texts().isEmpty());
    }

    @Test
    void registersTakeTheHighestPositionInAnyOrderAndNumber() {
        List<Register.Mark> marks = new ArrayList<>();
        for (int position = 0; position < 8; position++) {
            marks.add(new Register.Mark("c", wren, Register.Mark.Kind.READ, position * 3L, position, at(position)));
        }
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Random random = new Random(seed);
            List<Register.Mark> some = new ArrayList<>(marks);
            some.addAll(marks.subList(0, random.nextInt(marks.size())));
            Collections.shuffle(some, random);
            Registers<String, Register.Mark> registers = new Registers<>();

            some.forEach(mark -> registers.set(mark.user(), mark));

            assertEquals(List.of(marks.getLast()), registers.values(), "seed " + seed);
        }
    }

    @Test
    void whatHasReachedADeviceStaysSo() {
        Event far = new Event.Delivered(talk.conversation(), 20, moss, 9, at(20));
        Event near = new Event.Delivered(talk.conversation(), 21, moss, 3, at(21));
        Event read = new Event.Read(talk.conversation(), 22, moss, 12, at(22));
        Event back = new Event.Read(talk.conversation(), 23, moss, 5, at(23));

        List<Register.Mark> marks = fold(List.of(far, near, read, back)).registers(Register.Mark.class);

        assertEquals(
                List.of("DELIVERED 12", "READ 5"),
                marks.stream()
                        .map(mark -> mark.kind() + " " + mark.upTo())
                        .sorted()
                        .toList());
    }

    @Test
    void whoJoinsAndLeavesInOneBatchHasDoneBoth() {
        String room = Talk.room().conversation();
        Event joined = new Event.Joined(room, 4, wren, List.of(wren), Event.Role.Name.member, at(4), 1L);
        Event left = new Event.Left(room, 9, wren, wren, at(9), LeaveReason.left, 2L);

        Changes changes = fold(List.of(joined, left));

        assertEquals(
                List.of(
                        new Register.Presence(room, wren, true, 1, 4, at(4)),
                        new Register.Presence(room, wren, false, 2, 9, at(9))),
                changes.registers(Register.Presence.class));
    }

    @Test
    void onlyTheAuthorEditsAndDeletesInADirectConversation() {
        Event foreignEdit = new Event.Edited(talk.conversation(), 2, Talk.id(), 1, moss, at(2), "mine now", null);
        Event foreignDeletion = new Event.Deleted(talk.conversation(), 3, Talk.id(), 1, moss, at(3));

        Changes changes = fold(List.of(message, foreignEdit, foreignDeletion));

        assertEquals(List.of(MessageState.sent(message)), changes.sent());
        assertTrue(changes.others().stream().allMatch(LogEvent::dead));
    }

    @Test
    void whatSpeaksOfNothingHasNoEffect() {
        Event unknown = new Event.Reacted(talk.conversation(), 2, Talk.id(), 77, moss, at(2), "👍", true);
        Event itself = new Event.Pinned(talk.conversation(), 5, Talk.id(), 5, moss, at(5), true);

        Changes changes = fold(List.of(message, unknown, itself));

        assertTrue(changes.registers().isEmpty());
        assertTrue(changes.others().stream().allMatch(LogEvent::dead));
        assertEquals(1, changes.heads().iterator().next().lastPosition());
    }

    @Test
    void aMarkNeverLiesBeyondItsOwnEvent() {
        Event read = new Event.Read(talk.conversation(), 4, moss, 4_000, at(4));

        Changes changes = fold(List.of(read));

        assertEquals(4, changes.registers(Register.Mark.class).getFirst().upTo());
    }

    @Test
    void aRepeatIsKeptWithoutEffect() {
        LogEvent repeat = new LogEvent(message.stamped(8, at(8)), true);

        Changes changes = BatchFold.fold(List.of(new LogEvent(message, false), repeat), Map.of(), Map.of());

        assertEquals(1, changes.sent().size());
        assertEquals(List.of(repeat), changes.others());
        assertEquals(1, changes.heads().iterator().next().lastPosition());
    }

    private MessageState folded(List<Event> events) {
        MessageState state = MessageState.sent(message);
        for (Event event : events) {
            state = event instanceof Event.Edited edited ? state.edited(edited) : state.deleted((Event.Deleted) event);
        }
        return state;
    }

    private static Changes fold(List<Event> events) {
        return BatchFold.fold(
                events.stream().map(event -> new LogEvent(event, false)).toList(), Map.of(), Map.of());
    }

    private Event.Edited edit(long position, String body) {
        return new Event.Edited(talk.conversation(), position, Talk.id(), 1, wren, at(position), body, null);
    }

    private Event.Deleted deletion(long position) {
        return new Event.Deleted(talk.conversation(), position, Talk.id(), 1, wren, at(position));
    }

    private static Instant at(long position) {
        return Instant.ofEpochSecond(1_700_000_000 + position);
    }
}
