package dev.postrider.base.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * One step of a message's way, from its making to {@link #end}; {@link #NONE} where nobody follows it, and then all of this
 * does nothing. Holds numbers, codes and names of parts: never a body, a token or who somebody is. Thread-safe.
 */
public final class Step {
    /** Of what is not followed. */
    public static final Step NONE = new Step(null, null);

    private final @Nullable Tracer tracer;
    private final @Nullable Span span;

    private Step(@Nullable Tracer tracer, @Nullable Span span) {
        this.tracer = tracer;
        this.span = span;
    }

    /** Begins now. {@link #NONE} where the draw was against it. */
    static Step begin(Tracer tracer, String name, Kind kind, Context parent) {
        Span span = tracer.spanBuilder(name)
                .setParent(parent)
                .setSpanKind(kind.of())
                .startSpan();
        return span.isRecording() ? new Step(tracer, span) : NONE;
    }

    /** Whether it is followed. */
    public boolean followed() {
        return span != null;
    }

    /** Begins a step that this one leads to. */
    public Step within(String name, Kind kind) {
        return span == null || tracer == null
                ? NONE
                : begin(tracer, name, kind, Context.root().with(span));
    }

    /** Adds what became of it. */
    public Step with(String key, String value) {
        if (span != null) {
            span.setAttribute(key, value);
        }
        return this;
    }

    /** Adds a number. */
    public Step with(String key, long value) {
        if (span != null) {
            span.setAttribute(key, value);
        }
        return this;
    }

    /** The 32 digits of its trace; empty where it is not followed. */
    public String trace() {
        return span == null ? "" : span.getSpanContext().getTraceId();
    }

    /** The value of the W3C's header, for whoever goes on; empty where it is not followed. */
    public String traceparent() {
        if (span == null) {
            return "";
        }
        SpanContext context = span.getSpanContext();
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-01";
    }

    /** It is over, once and for all. */
    public void end() {
        if (span != null) {
            span.end();
        }
    }
}
