package dev.postrider.chat.socket;

import dev.postrider.chat.limit.TokenBucket;
import dev.postrider.chat.session.ClientSession;
import dev.postrider.chat.session.Outgoing;
import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.ServerFrame;
import java.time.Instant;
import java.util.Set;

/** One socket: its session, what it may do, and how many refusals it has left. Thread-safe. */
public final class SocketSession {
    private final ClientSession session;
    private final Set<String> scopes;
    private final TokenBucket refusals;

    /** @param refusals one token is taken per refusal; without one the socket is closed with 4029 */
    public SocketSession(ClientSession session, Set<String> scopes, TokenBucket refusals) {
        this.session = session;
        this.scopes = scopes;
        this.refusals = refusals;
    }

    public ClientSession session() {
        return session;
    }

    public boolean may(String scope) {
        return scopes.contains(scope);
    }

    public void answer(ServerFrame frame) {
        session.offer(Outgoing.answer(frame));
    }

    public void refuse(ServerFrame.Rejected frame, long nowMillis) {
        answer(frame);
        boolean left;
        synchronized (refusals) {
            left = refusals.take(nowMillis);
        }
        if (!left) {
            session.close(CloseCode.TOO_MANY);
        }
    }

    public void heard(Instant now) {
        session.onHeard(now);
    }
}
