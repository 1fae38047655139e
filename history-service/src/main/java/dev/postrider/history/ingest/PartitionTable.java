package dev.postrider.history.ingest;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * The partitions given to this node, each in one of three states. Only the ingest thread uses it.
 *
 * <pre>
 *   given ──► unplaced ──(progress read, topic sound)──► placed at an offset
 *                ▲  └──(another topic, ends do not fit)──► stopped      │
 *                └──────────(overtaken, outcome unknown)────────────────┘
 * </pre>
 */
final class PartitionTable {
    private static final Logger LOG = Logger.getLogger(PartitionTable.class);

    private final Set<Integer> unplaced = new TreeSet<>();
    private final Map<Integer, Long> placed = new TreeMap<>();
    private final Map<Integer, String> stopped = new TreeMap<>();
    private final Map<Integer, Long> waiting = new TreeMap<>();
    private int generation;

    /** Changes with every rebalance: what was read under another one must not be stored. */
    int generation() {
        return generation;
    }

    void given(Set<Integer> partitions) {
        generation++;
        unplaced.addAll(partitions);
    }

    void taken(Set<Integer> partitions) {
        generation++;
        unplaced.removeAll(partitions);
        placed.keySet().removeAll(partitions);
        stopped.keySet().removeAll(partitions);
        waiting.keySet().removeAll(partitions);
    }

    Set<Integer> unplaced() {
        return Set.copyOf(unplaced);
    }

    void place(int partition, long next) {
        if (unplaced.remove(partition)) {
            placed.put(partition, next);
        }
    }

    /** All go back to the stored progress, but for those stopped. */
    void unplaceAll() {
        unplaced.addAll(placed.keySet());
        placed.clear();
        waiting.clear();
    }

    boolean isPlaced(int partition) {
        return placed.containsKey(partition);
    }

    /** The offset that the stored progress names. */
    long next(int partition) {
        return placed.getOrDefault(partition, 0L);
    }

    void advance(int partition, long next) {
        placed.computeIfPresent(partition, (same, before) -> next);
    }

    /** Nothing of it is read until an operator has decided what becomes of it. */
    void stop(int partition, long next, String reason) {
        LOG.errorf("Ingest stopped: partition=%d, offset=%d, reason=%s", partition, next, reason);
        unplaced.remove(partition);
        placed.remove(partition);
        stopped.put(partition, reason);
    }

    /** It stays where it is until this node is upgraded. */
    void await(int partition, long offset) {
        waiting.put(partition, offset);
    }

    /** Those that are read: placed and not waiting. */
    Set<Integer> running() {
        Set<Integer> running = new TreeSet<>(placed.keySet());
        running.removeAll(waiting.keySet());
        return running;
    }

    Set<Integer> placed() {
        return Set.copyOf(placed.keySet());
    }

    int stoppedCount() {
        return stopped.size();
    }

    int waitingCount() {
        return waiting.size();
    }
}
