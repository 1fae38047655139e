package dev.postrider.chat.channel;

/**
 * How far this node has got with one channel.
 *
 * <pre>
 *   Idle ──first user──► Assigning ──end resolved──► Announced ──bit read back──► Waiting ──all applied, or 2T──► Served
 *    ▲                                                  ▲                                                         │ │
 *    │                                                  └──────────── lapse (also from Waiting) ──────────────────┘ │
 *    └───────────────────────────────── a minute without users ─────────────────────────────────────────────────────┘
 * </pre>
 */
sealed interface Taking {
    record Idle() implements Taking {}

    /** The reader has been asked to read it from its end. */
    record Assigning() implements Taking {}

    /** The bit is set in what this node says; counts from records said at {@code sinceMillis} or later. */
    record Announced(long sinceMillis) implements Taking {}

    /** The bit stands at {@code offset} of the control topic; at {@code untilMillis} every sender has seen it or is stale. */
    record Waiting(long offset, long untilMillis) implements Taking {}

    /** Whoever looks at the table from now on finds this node. */
    record Served(long emptySinceMillis) implements Taking {
        static final long NEVER = Long.MAX_VALUE;
    }
}
