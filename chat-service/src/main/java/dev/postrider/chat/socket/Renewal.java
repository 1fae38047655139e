package dev.postrider.chat.socket;

import dev.postrider.base.identity.TokenVerifier;
import dev.postrider.base.identity.VerifiedTicket;
import dev.postrider.chat.session.ClientSession;
import dev.postrider.chat.time.Ticker;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A socket outlives its access token: a ticket of the same sign-in carries it on. */
@ApplicationScoped
class Renewal {
    private final TokenVerifier verifier;
    private final UsedTickets used;
    private final Clock clock;
    private final Ticker ticker;

    Renewal(TokenVerifier verifier, UsedTickets used, Clock clock, Ticker ticker) {
        this.verifier = verifier;
        this.used = used;
        this.clock = clock;
        this.ticker = ticker;
    }

    CompletionStage<?> renew(SocketSession socket, ClientFrame.Renew frame) {
        return taken(socket.session(), frame)
                .invoke(ticket -> renewed(socket, ticket))
                .onFailure()
                .invoke(refused -> refuse(socket))
                .onFailure()
                .recoverWithNull()
                .subscribeAsCompletionStage();
    }

    private Uni<VerifiedTicket> taken(ClientSession session, ClientFrame.Renew frame) {
        return Uni.createFrom()
                .item(() -> verifier.verifyTicket(frame.ticket()))
                .invoke(ticket -> requireSameSignIn(session, ticket))
                .call(ticket -> used.take(ticket).invoke(Renewal::requireFirstUse));
    }

    private void renewed(SocketSession socket, VerifiedTicket ticket) {
        socket.session().onRenewed(ticket.until());
        long seconds = Duration.between(clock.instant(), ticket.until()).toSeconds();
        socket.answer(new ServerFrame.Renewed(Math.max(0, seconds)));
    }

    private void refuse(SocketSession socket) {
        socket.refuse(
                new ServerFrame.Rejected(null, "renew", RejectCode.FORBIDDEN, "ticket: not good for this socket", null),
                ticker.millis());
    }

    private static void requireSameSignIn(ClientSession session, VerifiedTicket ticket) {
        if (!ticket.userId().equals(session.userId()) || !ticket.sessionId().equals(session.signIn())) {
            throw new NotAdmittedException("the ticket belongs to another session");
        }
    }

    private static void requireFirstUse(boolean first) {
        if (!first) {
            throw new NotAdmittedException("the ticket was used before");
        }
    }
}
