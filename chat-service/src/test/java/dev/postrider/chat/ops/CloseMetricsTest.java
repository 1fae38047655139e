package dev.postrider.chat.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.contracts.frame.CloseCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class CloseMetricsTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final CloseMetrics metrics = new CloseMetrics(registry);

    @Test
    void everyCodeIsToldBeforeItHappensSoThatItsFirstIncreaseIsSeen() {
        for (CloseCode code : CloseCode.values()) {
            assertEquals(0, count(code));
        }
    }

    @Test
    void closedSocketIsCountedUnderItsCode() {
        metrics.closed(CloseCode.SLOW_READER);

        assertEquals(1, count(CloseCode.SLOW_READER));
        assertEquals(0, count(CloseCode.RESTARTING));
    }

    private double count(CloseCode code) {
        return registry.get("postrider_chat_closes")
                .tag("code", Integer.toString(code.code()))
                .counter()
                .count();
    }
}
