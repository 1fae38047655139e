package dev.postrider.chat.presence;

import dev.postrider.contracts.rest.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whom the sockets of this node watch, and what Redis last said of them. One thread; no I/O.
 *
 * <ul>
 *   <li>A user is read only once the subscription to news of them stands, so that nothing falls between.
 *   <li>Somebody known online is believed offline when told so, or when read so twice, {@code confirmMillis} apart:
 *       an emptied Redis is refilled by the nodes meanwhile and makes nobody flicker.
 *   <li>A read that was sent before the newest word arrived says nothing.
 *   <li>An online user is read again when the last word has run out, an offline one every {@code rereadMillis}.
 * </ul>
 */
final class Watched {
    private static final long SLACK_MILLIS = 1_000;

    private final long confirmMillis;
    private final long rereadMillis;
    private final Map<String, Entry> byUser = new HashMap<>();
    private final Map<String, Set<String>> bySession = new HashMap<>();
    private final Set<String> toFollow = new LinkedHashSet<>();
    private final Set<String> toLeave = new LinkedHashSet<>();
    private final PriorityQueue<Due> reads = new PriorityQueue<>((a, b) -> Long.compare(a.at, b.at));

    private static final class Entry {
        final Set<String> sessions = new HashSet<>();

        @Nullable
        Seen known;

        @Nullable
        User profile;

        boolean doubted;
        long wordAt = Long.MIN_VALUE;
        long readAt = Long.MAX_VALUE;
    }

    private record Due(long at, String user) {}

    Watched(long confirmMillis, long rereadMillis) {
        this.confirmMillis = confirmMillis;
        this.rereadMillis = rereadMillis;
    }

    /** How many different users would be watched if {@code session} watched these. */
    int sizeWith(String session, Set<String> users) {
        Set<String> before = usersOf(session);
        int size = byUser.size();
        for (String user : before) {
            if (!users.contains(user) && entry(user).sessions.size() == 1) {
                size--;
            }
        }
        for (String user : users) {
            if (!byUser.containsKey(user)) {
                size++;
            }
        }
        return size;
    }

    /** The session watches these from now on, and nobody else. */
    void replace(String session, Set<String> users) {
        Set<String> before = usersOf(session);
        for (String user : before) {
            if (!users.contains(user)) {
                drop(session, user);
            }
        }
        for (String user : users) {
            byUser.computeIfAbsent(user, this::begin).sessions.add(session);
        }
        if (users.isEmpty()) {
            bySession.remove(session);
        } else {
            bySession.put(session, users);
        }
    }

    Set<String> usersOf(String session) {
        return bySession.getOrDefault(session, Set.of());
    }

    void eachWatcher(String user, Consumer<String> session) {
        Entry entry = byUser.get(user);
        if (entry != null) {
            entry.sessions.forEach(session);
        }
    }

    boolean isWatched(String user) {
        return byUser.containsKey(user);
    }

    /** What Redis last said; null where it has not yet, or nobody watches. */
    @Nullable
    Seen known(String user) {
        Entry entry = byUser.get(user);
        return entry == null ? null : entry.known;
    }

    /** Who they are, as last heard; null where nobody has said, or nobody watches. */
    @Nullable
    User profile(String user) {
        Entry entry = byUser.get(user);
        return entry == null ? null : entry.profile;
    }

    /** Takes a profile. True where the user is watched and it differs from what was held. */
    boolean profiled(User profile) {
        Entry entry = byUser.get(profile.id());
        if (entry == null || profile.equals(entry.profile)) {
            return false;
        }
        entry.profile = profile;
        return true;
    }

    /** The subscription to news of this user stands, for the first time or again. */
    void following(String user, long now) {
        schedule(user, now);
    }

    /** A node said so just now. True where that changes what was known. */
    boolean told(String user, Seen seen, long now) {
        Entry entry = byUser.get(user);
        if (entry == null) {
            return false;
        }
        entry.wordAt = now;
        return learn(user, entry, seen, now);
    }

    /** Redis answered a read sent at {@code sentAt}. True where that changes what was known. */
    boolean read(String user, Seen seen, long sentAt, long now) {
        Entry entry = byUser.get(user);
        if (entry == null) {
            return false;
        }
        if (entry.wordAt >= sentAt) {
            schedule(user, now + confirmMillis);
            return false;
        }
        boolean wasOnline = entry.known != null && entry.known.online();
        if (wasOnline && !seen.online() && !entry.doubted) {
            entry.doubted = true;
            schedule(user, now + confirmMillis);
            return false;
        }
        return learn(user, entry, seen, now);
    }

    private boolean learn(String user, Entry entry, Seen seen, long now) {
        Seen before = entry.known;
        entry.known = seen;
        entry.doubted = false;
        schedule(user, now + (seen.online() ? seen.remainingMillis() + SLACK_MILLIS : rereadMillis));
        return before == null || before.online() != seen.online();
    }

    /** Users to read now; each is handed out once. */
    List<String> dueReads(long now, int max) {
        List<String> due = new ArrayList<>();
        while (due.size() < max && !reads.isEmpty() && reads.peek().at <= now) {
            Due next = reads.remove();
            Entry entry = byUser.get(next.user);
            if (entry != null && entry.readAt == next.at) {
                entry.readAt = Long.MAX_VALUE;
                due.add(next.user);
            }
        }
        return due;
    }

    /** A read failed: these are due again then. */
    void readFailed(List<String> users, long retryAt) {
        users.forEach(user -> schedule(user, retryAt));
    }

    /** Users to subscribe to since the last call. */
    List<String> drainToFollow() {
        return drain(toFollow);
    }

    /** Users to unsubscribe from since the last call. */
    List<String> drainToLeave() {
        return drain(toLeave);
    }

    private Entry begin(String user) {
        Entry entry = new Entry();
        if (toLeave.remove(user)) {
            entry.readAt = 0;
            reads.add(new Due(0, user));
        } else {
            toFollow.add(user);
        }
        return entry;
    }

    private void drop(String session, String user) {
        Entry entry = entry(user);
        entry.sessions.remove(session);
        if (entry.sessions.isEmpty()) {
            byUser.remove(user);
            if (!toFollow.remove(user)) {
                toLeave.add(user);
            }
        }
    }

    private Entry entry(String user) {
        return Objects.requireNonNull(byUser.get(user));
    }

    private void schedule(String user, long at) {
        Entry entry = byUser.get(user);
        if (entry != null) {
            entry.readAt = at;
            reads.add(new Due(at, user));
        }
    }

    private static List<String> drain(Set<String> set) {
        List<String> all = List.copyOf(set);
        set.clear();
        return all;
    }
}
