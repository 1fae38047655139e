package dev.postrider.e2e.check;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a run left behind.
 *
 * @param members by conversation
 * @param history what pages show of all conversations since the run began
 * @param rows what the database holds of them, from the least mark in {@code unread} on
 * @param log the message records of chat.log since the run began, repeats included
 * @param calms spans in which no part was disturbed, and none shortly before
 */
public record Evidence(
        List<ClientLog> clients,
        Map<String, Set<String>> members,
        List<Post> history,
        List<Row> rows,
        List<Post> log,
        List<UnreadClaim> unread,
        List<Calm> calms) {

    private static final long AHEAD_MILLIS = 1_000;

    /** How often a catch-up brought a message to a client that stayed, and it came live never or a second later. */
    public long broughtByCatchUp() {
        return clients.stream()
                .filter(client -> !client.left())
                .mapToLong(client -> client.syncedBefore(AHEAD_MILLIS).count())
                .sum();
    }

    /** One row of the database; {@code ofThisRun} where it was written since the run began. */
    public record Row(Post post, boolean ofThisRun) {}

    /** What history says is unread for somebody who has read up to a position. */
    public record UnreadClaim(String user, String conversation, long readPosition, int unread) {}

    /** From one instant to another, in milliseconds of the clients' clock. */
    public record Calm(long from, long to) {
        boolean holds(long begin, long end) {
            return from <= begin && end <= to;
        }
    }
}
