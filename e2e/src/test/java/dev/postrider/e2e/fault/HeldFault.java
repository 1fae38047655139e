package dev.postrider.e2e.fault;

import dev.postrider.e2e.check.Evidence;
import dev.postrider.e2e.faulty.FaultySuite;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A chat node stands still exactly between the acknowledged append of a message and its delivery, and its clients go on
 * elsewhere: the sender repeats what had no answer. Then it wakes with the message in its hands.
 */
final class HeldFault implements Fault {
    /** {@code -Dfaults.short=true} for who has no time: longer still than a node may be silent. */
    private static final long HELD_MILLIS = Boolean.getBoolean("faults.short") ? 15_000 : 60_000;

    @Override
    public String strike(Scene scene) throws InterruptedException {
        long cuts = scene.crowd().cuts();
        try {
            FaultySuite.stopBeforeDelivery();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        scene.await(
                "a node has a message acknowledged",
                Trial.STARTED_WITHIN,
                () -> FaultySuite.stopped().isPresent());
        Scene.hold(HELD_MILLIS);
        long cut = scene.crowd().cuts() - cuts;
        scene.suite().resume(held().pid());
        Scene.bitten(cut > 0, "sockets of the node that stands still are left");
        return "%d ms still, %d sockets were left".formatted(HELD_MILLIS, cut);
    }

    @Override
    public String traced(String bite, Evidence evidence) {
        long records = evidence.log().stream()
                .filter(record -> record.id().equals(held().message()))
                .count();
        Scene.bitten(records > 1, "the message that was held is in the log, and was repeated: " + records + " records");
        return "%s, the message it held was repeated: %d records".formatted(bite, records);
    }

    private static FaultySuite.Stopped held() {
        return FaultySuite.stopped().orElseThrow();
    }
}
