package dev.postrider.history.rebuild;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** How far the rebuild of this node is, as its command tells it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RebuildState.Idle.class, name = "idle"),
    @JsonSubTypes.Type(value = RebuildState.Running.class, name = "running"),
    @JsonSubTypes.Type(value = RebuildState.Done.class, name = "done"),
    @JsonSubTypes.Type(value = RebuildState.Failed.class, name = "failed")
})
public sealed interface RebuildState {

    /** None since this process started. */
    record Idle() implements RebuildState {}

    /**
     * Under way.
     *
     * @param read offsets of the log passed so far
     * @param of how many there are to pass
     */
    record Running(Step step, long read, long of, long perSecond) implements RebuildState {}

    /** All tables are swapped. {@code heldMillis} is for how long ingest stood still. */
    record Done(long read, long millis, long heldMillis, List<Compared> tables) implements RebuildState {}

    /** Not done; the reason says whether anything is swapped. */
    record Failed(String reason) implements RebuildState {}

    /** What it is doing. */
    enum Step {
        /** Fills the tables while the log grows. */
        READING,
        /** Ingest waits; the last records are read. */
        FINISHING,
        /** Ingest waits; the checksums are made. */
        COMPARING,
        /** Ingest waits; the tables change places. */
        SWAPPING
    }

    /** One table's rows and checksum at the same progress, of the old and of the new one. */
    record Compared(String table, Checksum.Sum before, Checksum.Sum after, boolean equal) {}
}
