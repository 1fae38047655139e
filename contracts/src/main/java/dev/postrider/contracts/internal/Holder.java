package dev.postrider.contracts.internal;

import java.time.Instant;

/**
 * The lowest record that carries (conversation, from, id).
 *
 * @param type the event's name on the wire; {@code voided} where the id was given up first
 */
public record Holder(long position, String type, Instant at) {}
