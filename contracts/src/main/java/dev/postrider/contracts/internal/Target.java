package dev.postrider.contracts.internal;

/**
 * Whose message stands at a position: {@code GET /internal/target?conversation=&position=}.
 *
 * @param type the event's name on the wire; only {@code message} can be edited, deleted, reacted to or pinned
 */
public record Target(String conversation, long position, String from, String id, String type, boolean deleted) {}
