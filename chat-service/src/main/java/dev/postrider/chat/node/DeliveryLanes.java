package dev.postrider.chat.node;

import dev.postrider.chat.channel.Lanes;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * A few threads, each with the deliveries of its share of the conversations, in order. Their queues are bounded by the
 * frames under way.
 */
final class DeliveryLanes implements Lanes, AutoCloseable {
    private final List<ExecutorService> lanes;

    DeliveryLanes(int count) {
        this.lanes = IntStream.range(0, count)
                .mapToObj(n -> Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("delivery-" + n).daemon(true).factory()))
                .toList();
    }

    @Override
    public Executor of(String conversation) {
        return lanes.get(Math.floorMod(conversation.hashCode(), lanes.size()));
    }

    @Override
    public void close() {
        lanes.forEach(ExecutorService::shutdown);
    }
}
