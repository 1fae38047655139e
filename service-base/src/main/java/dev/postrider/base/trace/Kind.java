package dev.postrider.base.trace;

import io.opentelemetry.api.trace.SpanKind;

/** Which side of a hand-over a step is on. */
public enum Kind {
    /** Answers somebody. */
    ANSWERS(SpanKind.SERVER),
    /** Writes for others to read. */
    WRITES(SpanKind.PRODUCER),
    /** Reads what was written for it. */
    READS(SpanKind.CONSUMER);

    private final SpanKind kind;

    Kind(SpanKind kind) {
        this.kind = kind;
    }

    SpanKind of() {
        return kind;
    }
}
