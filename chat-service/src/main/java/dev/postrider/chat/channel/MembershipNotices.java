package dev.postrider.chat.channel;

import dev.postrider.chat.session.Session;
import dev.postrider.chat.session.Sessions;
import dev.postrider.chat.time.Ticker;
import dev.postrider.contracts.control.ControlRecord.Membership;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * What this node does where somebody joined or left: it drops what it holds of the conversation, and asks those whom
 * the change names to sync.
 *
 * <p><b>Why a new member misses nothing.</b> The change could be read where it is kept before its record was written, at
 * n on {@code chat.control}. A node that still held the former members named them at a time u, after its append a &lt; u,
 * and by a view that lacked n: either before it said that it had applied n, or before n + T, because a view without n is
 * not fresh any longer then. The checkpoint's end of the log is asked for after every listed node said so, or 2T after n
 * was read here: after u &gt; a in both cases. So the message lies below it. Sockets are looked for at that moment; one
 * that opens later gets a {@code welcome} from an end that is asked for later still, and what is offered to one that is
 * opening follows its {@code welcome}.
 *
 * <p><b>Why a member who was removed hears nothing new.</b> What is held is dropped before the view that holds n is
 * published. {@link ChannelFanout} takes a view, then the members, and goes on only if that view is still fresh: it holds
 * all that was written before h &gt; now − T, so members who were removed before that are not among them. What is read
 * after n was heard was committed before n was written.
 *
 * <p>One thread, the loop.
 */
public final class MembershipNotices implements MembershipEar {
    private final TableLoop table;
    private final Sessions sessions;
    private final Ticker ticker;
    private final long waitMillisMax;
    private final Consumer<List<Session>> checkpoint;
    private final Held held;
    private final Queue<Due> waiting = new ArrayDeque<>();

    /** What this node holds of conversations. */
    public interface Held {
        void forget(String conversation);

        void forgetAll();
    }

    private record Due(List<String> users, long offset, long untilMillis) {}

    /**
     * @param waitMax 2T
     * @param checkpoint asks these to sync up to an end of the log that it asks for when it is called
     */
    public MembershipNotices(
            Subscriptions.Around around, Duration waitMax, Consumer<List<Session>> checkpoint, Held held) {
        this.table = around.table();
        this.sessions = around.sessions();
        this.ticker = around.ticker();
        this.waitMillisMax = waitMax.toMillis();
        this.checkpoint = checkpoint;
        this.held = held;
        table.listen(this);
    }

    @Override
    public void onMembership(Membership change, long offset) {
        held.forget(change.conversation());
        if (!change.users().isEmpty()) {
            waiting.add(new Due(change.users(), offset, ticker.millis() + waitMillisMax));
        }
    }

    /** Every session is greeted again, from an end of the log that is asked for later. */
    @Override
    public void onLapse() {
        held.forgetAll();
        waiting.clear();
    }

    /** Called after {@link TableLoop#onPass}. Offsets rise, so nobody waits behind one who need not. */
    public void onPass() {
        for (Due due = waiting.peek(); due != null && ripe(due); due = waiting.peek()) {
            waiting.remove();
            List<Session> named = due.users().stream()
                    .flatMap(user -> sessions.of(user).stream())
                    .toList();
            if (!named.isEmpty()) {
                checkpoint.accept(named);
            }
        }
    }

    private boolean ripe(Due due) {
        return table.allApplied(due.offset()) || ticker.millis() >= due.untilMillis();
    }
}
