package dev.postrider.gateway.ops;

import dev.postrider.base.trace.Kind;
import dev.postrider.base.trace.Tracing;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.answer.Trace;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.IntSupplier;

/** The figures of the gateway. Every label comes from a small fixed set. */
public final class GatewayMetrics {
    private final MeterRegistry registry;
    private final Tracing tracing;

    /** Without following any call. */
    public GatewayMetrics(MeterRegistry registry) {
        this(registry, Tracing.off());
    }

    public GatewayMetrics(MeterRegistry registry, Tracing tracing) {
        this.registry = registry;
        this.tracing = tracing;
    }

    /** The name of a new call, and the draw whether it is followed. */
    public Trace trace() {
        return tracing.on() ? Trace.of(tracing.begin("gateway", Kind.ANSWERS)) : Trace.fresh();
    }

    /** Begins to show the open sockets and the ready nodes. */
    public void watch(IntSupplier openSockets, IntSupplier readyNodes) {
        gauge("gateway.tunnels.open", openSockets);
        gauge("gateway.nodes.ready", readyNodes);
    }

    /** Begins to show how many sockets wait to be opened. */
    public void watchWaiting(IntSupplier waiting) {
        gauge("gateway.upgrades.waiting", waiting);
    }

    private void gauge(String name, IntSupplier value) {
        Gauge.builder(name, value, IntSupplier::getAsInt).strongReference(true).register(registry);
    }

    /** Counts a call or socket sent to a part, by chat node where it is one. */
    public void routed(String target, Optional<String> node) {
        registry.counter("gateway.routed", "target", target, "node", node.orElse("-"))
                .increment();
    }

    /** Counts a refusal. */
    public void refused(Refused refused) {
        registry.counter(
                        "gateway.refused",
                        "reason",
                        refused.reason(),
                        "code",
                        refused.code().code())
                .increment();
    }
}
