package dev.postrider.auth.session;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.token.SessionCookies;
import dev.postrider.auth.token.TokenIssuer;
import dev.postrider.base.identity.Caller;
import dev.postrider.base.identity.CookieNames;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Staying signed in: refresh and tickets. */
@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
    private final Renewal renewal;
    private final TokenIssuer issuer;
    private final SessionCookies cookies;
    private final CookieNames names;
    private final AuthConfig config;
    private final Caller caller;

    SessionResource(
            Renewal renewal,
            TokenIssuer issuer,
            SessionCookies cookies,
            CookieNames names,
            AuthConfig config,
            Caller caller) {
        this.renewal = renewal;
        this.issuer = issuer;
        this.cookies = cookies;
        this.names = names;
        this.config = config;
        this.caller = caller;
    }

    /** A token in the body is answered in the body, the cookie with cookies. */
    @POST
    @Path("refresh")
    @PermitAll
    public Uni<RestResponse<SignInAnswer>> refresh(@Nullable RefreshBody body, @Context HttpServerRequest request) {
        String given = body == null ? null : body.refreshToken();
        String address = Client.addressOf(request);
        if (given != null) {
            return renewal.renew(given, address)
                    .map(in -> RestResponse.ok(SignInAnswer.withTokens(in).andTicket(in)));
        }
        Cookie cookie = request.getCookie(names.refresh());
        if (cookie == null) {
            return Uni.createFrom().failure(() -> ProblemException.of(ProblemCode.SIGNED_OUT));
        }
        return renewal.renew(cookie.getValue(), address).map(this::withCookies);
    }

    /** A ticket for a socket, standing for the access that this call was made with. */
    @POST
    @Path("tickets")
    @Authenticated
    public RestResponse<TicketAnswer> ticket() {
        String ticket = issuer.ticket(caller.userId(), caller.sessionId(), caller.scopes(), caller.expiresAt());
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED,
                        new TicketAnswer(ticket, config.ticketLifetime().toSeconds()))
                .build();
    }

    private RestResponse<SignInAnswer> withCookies(SignedIn in) {
        RestResponse.ResponseBuilder<SignInAnswer> answer =
                RestResponse.ResponseBuilder.ok(SignInAnswer.withCookies(in).andTicket(in));
        cookies.set(in.accessToken(), in.refreshToken()).forEach(one -> answer.header("Set-Cookie", one));
        return answer.build();
    }

    record RefreshBody(@Nullable String refreshToken) {}

    record TicketAnswer(String ticket, long expiresInSeconds) {}
}
