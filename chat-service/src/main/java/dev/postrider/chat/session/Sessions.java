package dev.postrider.chat.session;

import dev.postrider.contracts.topic.Channels;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;

/**
 * The sessions of this node, by user. A session found here gets every frame for its user from the moment {@link #add}
 * returns: that moment is what "registered" means in the argument of {@code channel.Subscriptions}.
 */
public final class Sessions {
    private final Map<String, List<Session>> byUser = new ConcurrentHashMap<>();
    private final AtomicIntegerArray onChannel = new AtomicIntegerArray(Channels.COUNT);

    /** Those of one user; a snapshot, mostly of one or two. */
    public Collection<Session> of(String userId) {
        return byUser.getOrDefault(userId, List.of());
    }

    public Stream<Session> all() {
        return byUser.values().stream().flatMap(List::stream);
    }

    public int count() {
        return byUser.values().stream().mapToInt(List::size).sum();
    }

    /** How many sockets of this node hang on a user channel. */
    public int onChannel(int channel) {
        return onChannel.get(channel);
    }

    public void add(Session session) {
        byUser.merge(session.userId(), List.of(session), Sessions::joined);
        onChannel.incrementAndGet(Channels.of(session.userId()));
    }

    /** True where it was there; any further call changes nothing. */
    public boolean remove(Session session) {
        boolean[] removed = new boolean[1];
        byUser.computeIfPresent(session.userId(), (user, held) -> {
            List<Session> rest = held.stream().filter(one -> one != session).toList();
            removed[0] = rest.size() < held.size();
            return rest.isEmpty() ? null : rest;
        });
        if (removed[0]) {
            onChannel.decrementAndGet(Channels.of(session.userId()));
        }
        return removed[0];
    }

    private static List<Session> joined(List<Session> held, List<Session> added) {
        return Stream.concat(held.stream(), added.stream()).toList();
    }
}
