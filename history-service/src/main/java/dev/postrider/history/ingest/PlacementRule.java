package dev.postrider.history.ingest;

import dev.postrider.history.store.Progress;
import java.util.Map;
import java.util.Optional;

/**
 * Pure: whether the log is still the one whose reading the stored progress tells of.
 *
 * @param starts the least offsets that the log still has
 * @param ends the offsets that its next records will get
 */
record PlacementRule(Progress.Stand stand, String topicId, Map<Integer, Long> starts, Map<Integer, Long> ends) {

    /** Why a partition must not be read on from this offset; empty where it may. */
    Optional<String> fault(int partition, long next) {
        if (!stand.topicId().equals(topicId)) {
            return Optional.of("the topic was replaced: its id is " + topicId + ", read so far was " + stand.topicId()
                    + "; raise history.log-epoch to go on with the new one");
        }
        if (ends.getOrDefault(partition, 0L) < next) {
            return Optional.of("the log ends before what was read already");
        }
        return starts.getOrDefault(partition, 0L) > next
                ? Optional.of("the log does not reach back so far")
                : Optional.empty();
    }
}
