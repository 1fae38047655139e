package dev.postrider.e2e.load;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rule.MessageIds;
import dev.postrider.e2e.check.Note;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What one client has sent: without an answer yet, and accepted. Owned by the client's thread; only the counts may be
 * read from others.
 */
final class Outbox {
    private static final long ANSWER_MILLIS = 10_000;
    private static final long PAUSE_MILLIS = 200;
    private static final int PENDING_MAX = 40;

    private final List<Note> notes;
    private final SplittableRandom random;
    private final LinkedHashMap<String, Pending> pending = new LinkedHashMap<>();
    private final LinkedHashMap<String, Pending> done = new LinkedHashMap<>();

    private volatile int open;
    private volatile long oldest = Long.MAX_VALUE;
    private volatile long accepted;
    private volatile long repeated;

    /** @param notes the client's log, written on */
    Outbox(List<Note> notes, SplittableRandom random) {
        this.notes = notes;
        this.random = random;
    }

    /** Messages without an answer. */
    int open() {
        return open;
    }

    /** Since when the oldest of them waits. */
    long waitingSince() {
        return oldest;
    }

    /** Answers that said so; messages acknowledged twice count once. */
    long accepted() {
        return accepted;
    }

    /** Answers to messages that had been accepted before they were sent again. */
    long repeated() {
        return repeated;
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** A new message, due at once; dropped where too many wait. */
    void take(Mail.Say say) {
        if (pending.size() < PENDING_MAX) {
            Pending fresh = new Pending(
                    MessageIds.next(System.currentTimeMillis(), ThreadLocalRandom.current()),
                    say.conversation(),
                    say.body(),
                    Clock.millis());
            pending.put(fresh.id, fresh);
            notes.add(new Note.Said(fresh.since, fresh.id));
        }
    }

    /** The first so many accepted messages are due again. */
    void repeat(int count) {
        long now = Clock.millis();
        done.values().stream().limit(count).forEach(message -> pending.putIfAbsent(message.id, message.repeated(now)));
    }

    /** Nobody will ask for these answers any more. */
    void abandon() {
        pending.clear();
    }

    void attemptAll(Wire line) {
        pending.values().forEach(message -> attempt(message, line));
    }

    void attemptDue(long now, Wire line) {
        pending.values().stream().filter(one -> now >= one.due).toList().forEach(message -> attempt(message, line));
    }

    void onAccepted(long at, ServerFrame.Accepted answer) {
        notes.add(new Note.Accepted(at, answer.id(), answer.conversation(), answer.position()));
        Pending message = pending.remove(answer.id());
        if (message != null && done.putIfAbsent(message.id, message) == null) {
            accepted = accepted + 1;
        } else if (message != null) {
            repeated = repeated + 1;
        }
    }

    /** A retryable rejection is final for all attempts so far: the same id is new again. */
    void onRejected(long at, ServerFrame.Rejected answer) {
        Pending refused = answer.id() == null ? null : pending.get(answer.id());
        if (refused == null) {
            return;
        }
        notes.add(new Note.Rejected(at, refused.id, answer.code().toString()));
        if (answer.code() == RejectCode.RATE || answer.code() == RejectCode.UNAVAILABLE) {
            refused.tried = done.containsKey(refused.id);
            long pause = answer.retryAfterMillis() == null ? PAUSE_MILLIS : answer.retryAfterMillis();
            refused.due = at + pause + random.nextLong(PAUSE_MILLIS);
        } else {
            pending.remove(refused.id);
        }
    }

    /** Brings the counts up to date. */
    void measure() {
        open = pending.size();
        oldest = pending.isEmpty() ? Long.MAX_VALUE : pending.firstEntry().getValue().since;
    }

    private void attempt(Pending message, Wire line) {
        long now = Clock.millis();
        message.due = now + ANSWER_MILLIS;
        ClientFrame.Send frame = message.frame();
        notes.add(new Note.Sent(now, message.id, message.conversation, message.body, frame.repeated(), line.number()));
        message.tried = true;
        line.say(frame);
    }
}
