package dev.postrider.chat.presence;

import dev.postrider.contracts.rest.PresenceState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One chat node's presence in a test: the board, driven as the loop drives it, and the frames its sockets got. */
final class Node {
    final PresenceBoard board = new PresenceBoard(Configs.defaults());
    final Set<String> followed = new HashSet<>();
    final Map<String, List<List<PresenceState>>> frames = new LinkedHashMap<>();
    private final String name;
    private final FakeRegisters redis;

    Node(String name, FakeRegisters redis) {
        this.name = name;
        this.redis = redis;
        redis.nodes.add(this);
    }

    void tick(long now) {
        if (!redis.away) {
            callRedis(now);
        }
        board.dueFrames(now)
                .forEach(due -> frames.computeIfAbsent(due.session(), s -> new ArrayList<>())
                        .add(due.frame().users()));
    }

    /** The subscriptions broke and stand again. */
    void resubscribed(long now) {
        followed.forEach(user -> board.following(user, now));
    }

    void crash() {
        redis.nodes.remove(this);
    }

    List<List<PresenceState>> framesOf(String session) {
        return frames.getOrDefault(session, List.of());
    }

    /** What the socket's owner sees of the user now: the newest state told; null where none was. */
    boolean seesOnline(String session, String user) {
        return framesOf(session).stream()
                .flatMap(List::stream)
                .filter(state -> state.id().equals(user))
                .reduce((before, after) -> after)
                .map(PresenceState::online)
                .orElseThrow();
    }

    private void callRedis(long now) {
        List<String> follow = board.drainToFollow();
        followed.addAll(follow);
        follow.forEach(user -> board.following(user, now));
        followed.removeAll(board.drainToLeave());
        List<String> marks = board.dueMarks(now);
        if (!marks.isEmpty()) {
            redis.markOnline(name, marks, now);
            board.marked(marks, now);
        }
        List<LocalUsers.Leaving> leaving = board.dueRemovals(now);
        if (!leaving.isEmpty()) {
            board.removed(redis.markOffline(name, leaving, now), now);
        }
        List<String> reads = board.dueReads(now);
        if (!reads.isEmpty()) {
            board.read(redis.readAll(reads, now), now, now);
        }
    }
}
