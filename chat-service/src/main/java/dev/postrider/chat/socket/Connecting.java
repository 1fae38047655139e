package dev.postrider.chat.socket;

import dev.postrider.base.identity.VerifiedToken;
import dev.postrider.chat.ChatConfig;
import dev.postrider.chat.limit.TokenBucket;
import dev.postrider.chat.session.ClientSession;
import dev.postrider.chat.session.Line;
import dev.postrider.chat.session.Session;
import dev.postrider.chat.session.SessionLimits;
import dev.postrider.chat.time.Ticker;
import dev.postrider.chat.time.Timers;
import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.rule.Ulids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Puts a fresh socket together, with its bounds. */
@ApplicationScoped
class Connecting {
    private static final int MINUTE_SECONDS = 60;

    private final OpenSockets sockets;
    private final FrameDispatch dispatch;
    private final ChatConfig config;
    private final Clock clock;
    private final Ticker ticker;
    private final Timers timers;
    private final CoolingOff coolingOff;
    private final SecureRandom random = new SecureRandom();

    Connecting(OpenSockets sockets, FrameDispatch dispatch, ChatConfig config, Times times, CoolingOff coolingOff) {
        this.sockets = sockets;
        this.dispatch = dispatch;
        this.config = config;
        this.clock = times.clock;
        this.ticker = times.ticker;
        this.timers = times.timers;
        this.coolingOff = coolingOff;
    }

    /** The clocks that there are. */
    @Singleton
    static final class Times {
        private final Clock clock;
        private final Ticker ticker;
        private final Timers timers;

        Times(Clock clock, Ticker ticker, Timers timers) {
            this.clock = clock;
            this.ticker = ticker;
            this.timers = timers;
        }
    }

    Connected connect(VerifiedToken token, Line line, Inbox.Reading reading) {
        SocketSession socket = new SocketSession(session(token, line), token.scopes(), refusals());
        Inbox inbox = new Inbox(bounds(), frames(), reading, ticker, timers, text -> dispatch.handle(socket, text));
        Connected connected = new Connected(socket, inbox);
        sockets.opened(connected);
        return connected;
    }

    private ClientSession session(VerifiedToken token, Line line) {
        String id = Ulids.next(clock.millis(), random);
        return new ClientSession(
                new ClientSession.Identity(id, token.userId(), token.sessionId(), token.expiresAt(), token.self()),
                line,
                limits(),
                clock.instant(),
                this::closed);
    }

    private void closed(Session session, CloseCode code) {
        coolingOff.closed(session.signIn(), code);
        sockets.closed(session, code);
    }

    private SessionLimits limits() {
        ChatConfig.Socket socket = config.socket();
        return new SessionLimits(
                socket.outboxBytesMax(),
                socket.inFlightBytesMax(),
                socket.heartbeat().multipliedBy(2),
                socket.renewGrace());
    }

    private Inbox.Bounds bounds() {
        ChatConfig.Socket socket = config.socket();
        return new Inbox.Bounds(socket.mailboxFramesMax(), socket.mailboxBytesMax(), socket.underWayMax());
    }

    /** Sends have a rate of their own, by person; here they only must not be slower than that. */
    private TokenBucket frames() {
        int perSecond = config.socket().framesPerSecond() + config.sends().perSecond();
        return new TokenBucket(perSecond, perSecond + config.sends().burst(), ticker.millis());
    }

    private TokenBucket refusals() {
        int perMinute = config.socket().errorsPerMinute();
        return new TokenBucket(Math.max(1, perMinute / MINUTE_SECONDS), perMinute, ticker.millis());
    }
}
