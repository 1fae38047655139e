package dev.postrider.history.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.topic.LogVector;
import dev.postrider.history.store.Progress;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartitionTableTest {
    private final PartitionTable table = new PartitionTable();

    @Test
    void whatIsGivenRunsOnlyOnceItStandsAtTheStoredProgress() {
        table.given(Set.of(1, 2));
        table.place(1, 40);

        assertEquals(Set.of(1), table.running());
        assertEquals(Set.of(2), table.unplaced());
        assertEquals(40, table.next(1));
    }

    @Test
    void aRebalanceMakesWhatWasReadBeforeWorthless() {
        table.given(Set.of(1));
        int before = table.generation();

        table.taken(Set.of(1));

        assertTrue(table.generation() > before);
        assertTrue(table.running().isEmpty());
    }

    @Test
    void stoppedAndWaitingPartitionsDoNotRunAndTheStoppedStaySo() {
        table.given(Set.of(1, 2, 3));
        Set.of(1, 2, 3).forEach(partition -> table.place(partition, 0));
        table.stop(1, 17, "another topic");
        table.await(2, 5);

        assertEquals(Set.of(3), table.running());

        table.unplaceAll();
        table.place(1, 0);

        assertFalse(table.isPlaced(1));
        assertEquals(1, table.stoppedCount());
    }

    @Test
    void ingestStopsAtAnotherTopicAndWhereEndsDoNotFit() {
        Progress.Stand stand = new Progress.Stand(LogVector.start(0), "one");
        Map<Integer, Long> starts = Map.of(0, 10L);
        Map<Integer, Long> ends = Map.of(0, 20L);
        PlacementRule sound = new PlacementRule(stand, "one", starts, ends);

        assertTrue(sound.fault(0, 10).isEmpty());
        assertTrue(sound.fault(0, 20).isEmpty());
        assertTrue(sound.fault(0, 21).isPresent());
        assertTrue(sound.fault(0, 9).isPresent());
        assertTrue(new PlacementRule(stand, "two", starts, ends).fault(0, 15).isPresent());
    }
}
