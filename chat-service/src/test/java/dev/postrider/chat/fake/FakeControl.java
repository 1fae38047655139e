package dev.postrider.chat.fake;

import dev.postrider.chat.channel.ControlLog;
import dev.postrider.contracts.control.ControlRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code chat.control} in memory. */
public final class FakeControl implements ControlLog {
    public final List<ControlRecord> records = new ArrayList<>();

    @Override
    public void write(ControlRecord record) {
        records.add(record);
    }

    @Override
    public CompletionStage<Void> tell(ControlRecord record) {
        write(record);
        return CompletableFuture.completedFuture(null);
    }
}
