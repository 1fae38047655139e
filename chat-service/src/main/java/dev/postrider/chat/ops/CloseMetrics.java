package dev.postrider.chat.ops;

import dev.postrider.chat.session.Closings;
import dev.postrider.contracts.frame.CloseCode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Closed sockets by close code; 4008 are the slow readers, 1000 those that went by themselves. */
@Singleton
public class CloseMetrics implements Closings {
    private final MeterRegistry registry;

    CloseMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void closed(CloseCode code) {
        registry.counter("postrider_chat_closes", "code", Integer.toString(code.code()))
                .increment();
    }
}
