package dev.postrider.chat.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code chat.channels} in memory. */
public final class FakeChannels {
    public int failures;
    private final Map<Integer, List<Written>> records = new TreeMap<>();

    /** One record. */
    public record Written(String incarnation, List<String> recipients, byte[] frame) {}

    public CompletionStage<Void> publish(int channel, String incarnation, List<String> recipients, byte[] frame) {
        if (failures > 0) {
            failures--;
            return CompletableFuture.failedFuture(new IllegalStateException("not acknowledged"));
        }
        of(channel).add(new Written(incarnation, recipients, frame));
        return CompletableFuture.completedFuture(null);
    }

    public List<Written> of(int channel) {
        return records.computeIfAbsent(channel, c -> new ArrayList<>());
    }

    public int written() {
        return records.values().stream().mapToInt(List::size).sum();
    }
}
