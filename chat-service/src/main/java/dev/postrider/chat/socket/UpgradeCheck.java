package dev.postrider.chat.socket;

import dev.postrider.base.identity.CredentialMechanism;
import dev.postrider.base.identity.OriginRule;
import dev.postrider.base.identity.TokenRefusedException;
import dev.postrider.base.identity.TokenVerifier;
import dev.postrider.base.identity.VerifiedTicket;
import dev.postrider.base.identity.VerifiedToken;
import dev.postrider.chat.ChatConfig;
import io.netty.channel.Channel;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may open a socket. Looks at the sub-protocol (400), whether this node serves (503), the origin (403), the token
 * (401), how many sockets the person has here (429) and whether one was closed with 4029 just now (429), in this order;
 * leaves the token for the endpoint.
 *
 * <p>A cookie needs one of our origins. A ticket may come from anywhere: it is what pages of other origins show, and the
 * gateway knows which of those are welcome. A Bearer token comes from programs, which have no origin.
 */
@ApplicationScoped
class UpgradeCheck implements HttpUpgradeCheck {
    static final TypedKey<VerifiedToken> TOKEN = new TypedKey<>("postrider.token");
    static final TypedKey<Channel> CHANNEL = new TypedKey<>("postrider.channel");
    static final TypedKey<Inbox.Reading> READING = new TypedKey<>("postrider.reading");
    private static final String PROTOCOL = "postrider.v1";
    private static final String TICKET = "postrider.ticket.";

    private final TokenVerifier verifier;
    private final CredentialMechanism credentials;
    private final OriginRule origins;
    private final UsedTickets tickets;
    private final Admission admission;
    private final CoolingOff coolingOff;
    private final int systemBytesMax;

    UpgradeCheck(
            TokenVerifier verifier,
            CredentialMechanism credentials,
            OriginRule origins,
            UsedTickets tickets,
            Doorway doorway) {
        this.verifier = verifier;
        this.credentials = credentials;
        this.origins = origins;
        this.tickets = tickets;
        this.admission = doorway.admission;
        this.coolingOff = doorway.coolingOff;
        this.systemBytesMax = doorway.systemBytesMax;
    }

    /** What this node says of whoever is known. */
    @Singleton
    static final class Doorway {
        private final Admission admission;
        private final CoolingOff coolingOff;
        private final int systemBytesMax;

        Doorway(Admission admission, CoolingOff coolingOff, ChatConfig config) {
            this.admission = admission;
            this.coolingOff = coolingOff;
            this.systemBytesMax = config.socket().systemBytesMax();
        }
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        List<String> offered = offered(request);
        if (!offered.contains(PROTOCOL)) {
            return CheckResult.rejectUpgrade(400);
        }
        if (!admission.serving()) {
            return CheckResult.rejectUpgrade(503);
        }
        Optional<String> ticket =
                offered.stream().filter(one -> one.startsWith(TICKET)).findFirst();
        if (ticket.isEmpty() && !originAllowed(request)) {
            return CheckResult.rejectUpgrade(403);
        }
        return ticket.map(one -> byTicket(one.substring(TICKET.length())))
                .orElseGet(() -> byToken(request))
                .map(token -> admit(context, token))
                .onFailure(UpgradeCheck::refused)
                .recoverWithItem(CheckResult.rejectUpgradeSync(401));
    }

    private CheckResult admit(HttpUpgradeContext context, VerifiedToken token) {
        if (!admission.roomFor(token.userId())) {
            return CheckResult.rejectUpgradeSync(429);
        }
        long wait = coolingOff.secondsLeft(token.sessionId());
        if (wait > 0) {
            return CheckResult.rejectUpgradeSync(429, Map.of("Retry-After", List.of(Long.toString(wait))));
        }
        context.userData().put(TOKEN, token);
        HttpConnection connection = context.httpRequest().connection();
        context.userData().put(READING, new ConnectionReading(connection));
        context.userData().put(CHANNEL, ((ConnectionBase) connection).channel());
        FrameGuard.begin(connection, systemBytesMax);
        return CheckResult.permitUpgradeSync();
    }

    private Uni<VerifiedToken> byToken(HttpServerRequest request) {
        return Uni.createFrom()
                .item(() -> credentials
                        .tokenOf(request)
                        .map(verifier::verify)
                        .orElseThrow(() -> new NotAdmittedException("nobody is signed in")));
    }

    private Uni<VerifiedToken> byTicket(String text) {
        return Uni.createFrom()
                .item(() -> verifier.verifyTicket(text))
                .call(ticket -> tickets.take(ticket).invoke(UpgradeCheck::requireFirstUse))
                .map(VerifiedTicket::access);
    }

    private boolean originAllowed(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean bearer = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        boolean cookie = !bearer && credentials.tokenOf(request).isPresent();
        return origin == null ? !cookie : origins.ours(origin);
    }

    private static boolean refused(Throwable failure) {
        return failure instanceof TokenRefusedException || failure instanceof NotAdmittedException;
    }

    private static void requireFirstUse(boolean first) {
        if (!first) {
            throw new NotAdmittedException("the ticket was used before");
        }
    }

    private static List<String> offered(HttpServerRequest request) {
        @Nullable String header = request.getHeader("Sec-WebSocket-Protocol");
        return header == null
                ? List.of()
                : Arrays.stream(header.split(",")).map(String::trim).toList();
    }
}
