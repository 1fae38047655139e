package dev.postrider.chat.session;

import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.User;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A session over one socket. Guarded by its own lock, which is never held while something foreign is called.
 *
 * <ul>
 *   <li>At most {@code inFlightBytesMax} are on their way to the operating system; the rest waits in the outbox.
 *   <li>Before the first {@code welcome} nothing but it is written; events wait behind it.
 *   <li>An overflowing outbox closes the socket with 4008; what was lost comes by catch-up.
 *   <li>The access token may end before the socket: the grace goes by, then 1008.
 * </ul>
 */
public final class ClientSession implements Session {
    private final String id;
    private final String userId;
    private final String signIn;
    private final @Nullable User self;
    private final Line line;
    private final SessionLimits limits;
    private final BiConsumer<Session, CloseCode> onClose;
    private final Outbox outbox;
    private SessionState state = new SessionState.Opening();
    private @Nullable Outgoing greeting;
    private boolean writing;
    private int inFlightBytes;
    private Instant tokenEnds;
    private Instant heard;

    public ClientSession(
            Identity identity, Line line, SessionLimits limits, Instant now, BiConsumer<Session, CloseCode> onClose) {
        this.id = identity.id();
        this.userId = identity.userId();
        this.signIn = identity.signIn();
        this.self = identity.self();
        this.tokenEnds = identity.tokenEnds();
        this.line = line;
        this.limits = limits;
        this.onClose = onClose;
        this.outbox = new Outbox(limits.outboxBytesMax());
        this.heard = now;
    }

    /** Who is on the line, and until when the token says so. */
    public record Identity(
            String id,
            String userId,
            String signIn,
            Instant tokenEnds,
            @Nullable User self) {}

    @Override
    public String id() {
        return id;
    }

    @Override
    public String userId() {
        return userId;
    }

    @Override
    public String signIn() {
        return signIn;
    }

    @Override
    public @Nullable User self() {
        return self;
    }

    @Override
    public synchronized Instant tokenEnds() {
        return tokenEnds;
    }

    @Override
    public synchronized boolean closed() {
        return state instanceof SessionState.Closed;
    }

    @Override
    public void greet(ServerFrame.Welcome welcome) {
        synchronized (this) {
            if (closed()) {
                return;
            }
            if (state instanceof SessionState.Opening) {
                state = new SessionState.Live();
            }
            greeting = Outgoing.answer(welcome);
        }
        pump();
    }

    @Override
    public void offer(Outgoing frame) {
        boolean overflow;
        synchronized (this) {
            if (closed()) {
                return;
            }
            overflow = outbox.offer(frame) == Outbox.Verdict.OVERFLOW;
        }
        if (overflow) {
            close(CloseCode.SLOW_READER);
        } else {
            pump();
        }
    }

    @Override
    public void drain(ServerFrame.Draining notice) {
        synchronized (this) {
            if (state instanceof SessionState.Live) {
                state = new SessionState.Draining();
            }
        }
        offer(Outgoing.answer(notice));
    }

    /** The client said something. */
    public synchronized void onHeard(Instant now) {
        heard = now;
    }

    /** A ticket was shown: the socket goes on under the new token. */
    public synchronized void onRenewed(Instant ends) {
        if (ends.isAfter(tokenEnds)) {
            tokenEnds = ends;
        }
    }

    /** Gives up what was silent or unrenewed for too long; called about once a second. */
    public void onTick(Instant now) {
        CloseCode due;
        synchronized (this) {
            due = dueAt(now);
        }
        if (due != null) {
            close(due);
        }
    }

    @Override
    public void close(CloseCode code) {
        if (closing(code)) {
            line.close(code.code(), code.meaning());
        }
    }

    /** The socket is gone already. */
    public void onLost() {
        closing(CloseCode.BYE);
    }

    /** By its id, which is unique: maps of sessions are walked in an order that a simulator can repeat. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    private boolean closing(CloseCode code) {
        synchronized (this) {
            if (closed()) {
                return false;
            }
            state = new SessionState.Closed(code);
            outbox.clear();
        }
        onClose.accept(this, code);
        return true;
    }

    private @Nullable CloseCode dueAt(Instant now) {
        if (closed()) {
            return null;
        }
        if (now.isAfter(heard.plus(limits.silenceMax()))) {
            return CloseCode.SILENT;
        }
        return now.isAfter(tokenEnds.plus(limits.renewGrace())) ? CloseCode.TOKEN_ENDED : null;
    }

    /**
     * Writes what may be written. One thread at a time writes ({@code writing}), so frames leave in the order in which
     * they entered; who finds another writing leaves its frame to it: the writer looks again, under the lock, before it
     * stops.
     */
    private void pump() {
        for (Outgoing next = takeWritable(true); next != null; next = takeWritable(false)) {
            int bytes = next.bytes();
            line.write(next, () -> onWritten(bytes));
        }
    }

    private synchronized @Nullable Outgoing takeWritable(boolean entering) {
        if (entering && writing) {
            return null;
        }
        Outgoing next = nextWritable();
        writing = next != null;
        inFlightBytes += next == null ? 0 : next.bytes();
        return next;
    }

    /** Guarded by this. */
    private @Nullable Outgoing nextWritable() {
        if (!state.writable()) {
            return null;
        }
        if (greeting != null) {
            Outgoing first = greeting;
            greeting = null;
            return first;
        }
        return inFlightBytes < limits.inFlightBytesMax() ? outbox.poll() : null;
    }

    private void onWritten(int bytes) {
        synchronized (this) {
            inFlightBytes -= bytes;
        }
        pump();
    }
}
