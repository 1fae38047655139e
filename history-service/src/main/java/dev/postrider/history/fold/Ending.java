package dev.postrider.history.fold;

/**
 * A room was deleted: nobody is a member any more, and nothing that was said stays.
 *
 * @param position of the event that says so
 * @param change the room's change number
 */
public record Ending(String conversation, long position, long change) {}
