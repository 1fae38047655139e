package dev.postrider.chat.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeliveryMetricsTest {
    private static final Instant NOW = Instant.parse("2026-11-30T06:00:00Z");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final DeliveryMetrics metrics = new DeliveryMetrics(registry, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void channelDeliveryTakesFromTheOtherNodesClockToOurs() {
        metrics.channelSent(NOW.minus(Duration.ofMillis(40)).toEpochMilli());

        assertEquals(1, time("channel").count());
        assertEquals(40, time("channel").totalTime(TimeUnit.MILLISECONDS));
        assertEquals(0, time("local").count());
    }

    @Test
    void deliveryThatWouldHaveComeBeforeItWasSentIsCountedAsNothing() {
        metrics.channelSent(NOW.plusSeconds(5).toEpochMilli());

        assertEquals(1, time("channel").count());
        assertEquals(0, time("channel").totalTime(TimeUnit.MILLISECONDS));
    }

    @Test
    void localDeliveryIsTimedByItself() {
        metrics.localAfter(Duration.ofMillis(3).toNanos());

        assertEquals(3, time("local").totalTime(TimeUnit.MILLISECONDS));
        assertEquals(0, time("channel").count());
    }

    private Timer time(String path) {
        return registry.get("postrider_chat_deliver").tag("path", path).timer();
    }
}
