package dev.postrider.e2e.load;

import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where a client connects next, and when. A node that stops says when to go: then at the latest the socket is left, and
 * where it was closed before, the client comes back then. Owned by the client's thread.
 */
final class NextSocket {
    private static final long BACK_MILLIS = 200;
    private static final long NEVER = Long.MAX_VALUE;

    private final List<URI> doors;
    private final SplittableRandom random;
    private int door;
    private long at;
    private long leaveAt = NEVER;

    /** @param doors tried in turn, from a random one on */
    NextSocket(List<URI> doors, SplittableRandom random) {
        this.doors = List.copyOf(doors);
        this.random = random;
        this.door = random.nextInt(doors.size());
    }

    /** The next one in turn. */
    URI door() {
        leaveAt = NEVER;
        return doors.get(door++ % doors.size());
    }

    boolean due(long now) {
        return now >= at;
    }

    void at(long when) {
        at = when;
    }

    long at() {
        return at;
    }

    /** The node wants the socket to be left by then. */
    void onDraining(long until) {
        leaveAt = until;
    }

    boolean leaves(long now) {
        return now >= leaveAt;
    }

    /** When to come back after the other side has closed the socket. */
    long afterClose(long now) {
        return leaveAt == NEVER ? now + random.nextLong(BACK_MILLIS) : Math.max(now, leaveAt);
    }

    /** When to try again where there was no socket to be had. */
    long afterRefusal(long now) {
        return now + BACK_MILLIS + random.nextLong(BACK_MILLIS);
    }
}
