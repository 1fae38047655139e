package dev.postrider.history.fold;

import dev.postrider.contracts.frame.Event;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a batch does to the tables.
 *
 * @param sent messages new in this batch, in their final state
 * @param changed older messages edited or deleted in this batch
 * @param lines system lines that stand in pages
 * @param others every other event, and the dead ones
 */
public record Changes(
        List<MessageState> sent,
        List<MessageState> changed,
        List<Event> lines,
        List<LogEvent> others,
        List<Register> registers,
        Map<String, RoomState> rooms,
        List<Ending> endings,
        Collection<Head> heads) {

    /** Every message whose text is gone for good. */
    public List<MessageState> deleted() {
        return java.util.stream.Stream.concat(sent.stream(), changed.stream())
                .filter(MessageState::isDeleted)
                .toList();
    }

    /** The registers of one kind. */
    public <R extends Register> List<R> registers(Class<R> kind) {
        return registers.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
