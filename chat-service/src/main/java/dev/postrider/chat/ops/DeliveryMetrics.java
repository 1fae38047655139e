package dev.postrider.chat.ops;

import dev.postrider.chat.channel.Deliveries;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Frames given to sessions, by the path they took. */
@Singleton
public class DeliveryMetrics implements Deliveries {
    private final Counter local;
    private final Counter channel;
    private final DistributionSummary fanout;

    DeliveryMetrics(MeterRegistry registry) {
        this.local = counter(registry, "local");
        this.channel = counter(registry, "channel");
        this.fanout = DistributionSummary.builder("postrider_chat_fanout_sessions")
                .description("Sessions of this node that one frame was given to.")
                .serviceLevelObjectives(1, 2, 5, 10, 50, 100, 500, 1_000, 5_000)
                .register(registry);
    }

    @Override
    public void local(int sessions) {
        local.increment(sessions);
        fanout.record(sessions);
    }

    @Override
    public void channel(int sessions) {
        channel.increment(sessions);
        fanout.record(sessions);
    }

    private static Counter counter(MeterRegistry registry, String path) {
        return Counter.builder("postrider_chat_deliveries")
                .description("Frames given to sessions: from memory, or by a channel from another node.")
                .tag("path", path)
                .register(registry);
    }
}
