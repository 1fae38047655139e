package dev.postrider.e2e.trace;

/**
 * A step that somebody told of.
 *
 * @param part the service that told it
 * @param parent of the step before it; empty for the first one
 */
public record Seen(String part, String name, String trace, String id, String parent) {}
