package dev.postrider.contracts.internal;

/**
 * Asks history who holds an id: {@code POST /internal/holder}. History answers only once it has read beyond
 * {@code past}, the position of the asker's own record, so that nothing appended before it can be missed.
 */
public record HolderQuery(String conversation, String from, String id, long past) {}
