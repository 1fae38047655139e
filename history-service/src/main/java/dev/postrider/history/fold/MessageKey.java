package dev.postrider.history.fold;

/** Where a message stands. */
public record MessageKey(String conversation, long position) {}
