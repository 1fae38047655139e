package dev.postrider.chat.ops;

import dev.postrider.chat.session.Closings;
import dev.postrider.contracts.frame.CloseCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Closed sockets by close code; 4008 are the slow readers, 1000 those that went by themselves. All codes are told from the
 * start: of a counter that first appears with three hundred, Prometheus sees no increase.
 */
@Singleton
public class CloseMetrics implements Closings {
    private final Map<CloseCode, Counter> byCode;

    CloseMetrics(MeterRegistry registry) {
        this.byCode = Arrays.stream(CloseCode.values())
                .collect(Collectors.toUnmodifiableMap(code -> code, code -> counter(registry, code)));
    }

    @Override
    public void closed(CloseCode code) {
        Objects.requireNonNull(byCode.get(code)).increment();
    }

    private static Counter counter(MeterRegistry registry, CloseCode code) {
        return Counter.builder("postrider_chat_closes")
                .description("Closed sockets, by close code.")
                .tag("code", Integer.toString(code.code()))
                .register(registry);
    }
}
