package dev.postrider.chat.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * When which socket gets its next presence frame: what changes meanwhile is gathered, so that no two frames to one
 * socket are less than {@code frameEveryMillis} apart. One thread; no I/O. Holds an entry per watching socket.
 */
final class FrameTurns {
    private static final long NO_ANSWER = Long.MIN_VALUE;

    private final long frameEveryMillis;
    private final Map<String, Turn> turns = new HashMap<>();
    private final Set<String> waiting = new LinkedHashSet<>();

    private static final class Turn {
        final Set<String> users = new LinkedHashSet<>();
        long nextAt;
        long answerBy = NO_ANSWER;
    }

    FrameTurns(long frameEveryMillis) {
        this.frameEveryMillis = frameEveryMillis;
    }

    /** The socket is owed the state of these, as soon as it is known of all, at the latest at {@code answerBy}. */
    void owe(String session, Collection<String> users, long answerBy) {
        Turn turn = turns.computeIfAbsent(session, s -> new Turn());
        turn.users.clear();
        turn.users.addAll(users);
        turn.answerBy = answerBy;
        waiting.add(session);
    }

    /** Something about the user changed that this socket should hear. */
    void changed(String session, String user) {
        Turn turn = turns.get(session);
        if (turn != null) {
            turn.users.add(user);
            waiting.add(session);
        }
    }

    void forget(String session) {
        turns.remove(session);
        waiting.remove(session);
    }

    /** A socket and whom to tell it about. */
    record Frame(String session, List<String> users) {}

    /** The frames that may go now; each is handed out once. {@code known} says of whom there is a state to tell. */
    List<Frame> due(long now, Predicate<String> known) {
        List<Frame> due = new ArrayList<>();
        for (String session : List.copyOf(waiting)) {
            Turn turn = turns.get(session);
            if (turn != null && turn.nextAt <= now && isReady(turn, now, known)) {
                due.add(new Frame(session, List.copyOf(turn.users)));
                turn.users.clear();
                turn.answerBy = NO_ANSWER;
                turn.nextAt = now + frameEveryMillis;
                waiting.remove(session);
            }
        }
        return due;
    }

    /** The frame was put into the socket's outbox only then: the turn counts from that moment. */
    void offered(String session, long at) {
        Turn turn = turns.get(session);
        if (turn != null) {
            turn.nextAt = Math.max(turn.nextAt, at + frameEveryMillis);
        }
    }

    /** What did not fit into the frame goes with the next. */
    void putBack(String session, Collection<String> users) {
        users.forEach(user -> changed(session, user));
    }

    private static boolean isReady(Turn turn, long now, Predicate<String> known) {
        return turn.answerBy == NO_ANSWER
                || now >= turn.answerBy
                || turn.users.stream().allMatch(known);
    }
}
