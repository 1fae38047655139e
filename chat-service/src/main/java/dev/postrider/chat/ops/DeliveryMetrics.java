package dev.postrider.chat.ops;

import dev.postrider.chat.channel.Deliveries;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Frames given to sessions, by the path they took, and after what time. */
@Singleton
public class DeliveryMetrics implements Deliveries {
    private final Counter local;
    private final Counter channel;
    private final DistributionSummary fanout;
    private final Timer localTime;
    private final Timer channelTime;
    private final Clock clock;

    DeliveryMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.local = counter(registry, "local");
        this.channel = counter(registry, "channel");
        this.fanout = DistributionSummary.builder("postrider_chat_fanout_sessions")
                .description("Sessions of this node that one frame was given to.")
                .serviceLevelObjectives(1, 2, 5, 10, 50, 100, 500, 1_000, 5_000)
                .register(registry);
        this.localTime = deliver(registry, "local");
        this.channelTime = deliver(registry, "channel");
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

    @Override
    public void localAfter(long nanos) {
        localTime.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A clock that runs behind the sender's must not make a time below nothing: that would not be counted at all. */
    @Override
    public void channelSent(long millisThere) {
        channelTime.record(Math.max(0, clock.millis() - millisThere), TimeUnit.MILLISECONDS);
    }

    private static Timer deliver(MeterRegistry registry, String path) {
        return Timer.builder("postrider_chat_deliver")
                .description("From a frame's arrival to its hand-over to the sockets of those who get it.")
                .tag("path", path)
                .serviceLevelObjectives(AnswerMetrics.BOUNDS)
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String path) {
        return Counter.builder("postrider_chat_deliveries")
                .description("Frames given to sessions: from memory, or by a channel from another node.")
                .tag("path", path)
                .register(registry);
    }
}
