package dev.postrider.contracts.internal;

/**
 * One of {@link HolderQueries}: who holds an id.
 *
 * @param past the position of the asker's own record; the answer counts once history has read beyond it, so that nothing
 *     appended before can be missed
 */
public record HolderQuery(String conversation, String from, String id, long past) {}
