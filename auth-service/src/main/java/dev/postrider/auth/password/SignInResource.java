package dev.postrider.auth.password;

import dev.postrider.auth.limit.Throttle;
import dev.postrider.auth.password.Forms.RegisterBody;
import dev.postrider.auth.session.Client;
import dev.postrider.auth.session.SignInAnswer;
import dev.postrider.auth.session.UserSession.Kind;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.Usernames;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Registering and signing in. */
@Path("/api/auth")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class SignInResource {
    private final Registration registration;
    private final SignIn signIn;
    private final Hashing hashing;
    private final Throttle throttle;
    private final Forms forms;
    private final Doors doors;

    SignInResource(
            Registration registration, SignIn signIn, Hashing hashing, Throttle throttle, Forms forms, Doors doors) {
        this.registration = registration;
        this.signIn = signIn;
        this.hashing = hashing;
        this.throttle = throttle;
        this.forms = forms;
        this.doors = doors;
    }

    @POST
    @Path("register")
    public Uni<RestResponse<Registered>> register(@Nullable RegisterBody body, @Context HttpServerRequest request) {
        doors.checkOpen();
        NewAccount wanted = forms.registration(body);
        Client client = Client.of(Kind.browser, null, request);
        return throttle.signIn(client.address())
                .chain(() -> registration.check(wanted))
                .chain(() -> hashing.hash(wanted.password()))
                .chain(hash -> registration.register(wanted, hash, client))
                .map(doors::registered);
    }

    @POST
    @Path("login")
    public Uni<RestResponse<SignInAnswer>> login(@Nullable LoginBody body, @Context HttpServerRequest request) {
        LoginBody given = Forms.present(body);
        String username = Usernames.normalised(Forms.required("username", given.username()));
        String password = Forms.comparable("password", given.password());
        boolean tokens = given.mode() == Mode.token;
        Client client = Client.of(tokens ? Kind.app : Kind.browser, given.device(), request);
        return signIn.signIn(username, password, client, doors.cookie(request))
                .map(one -> tokens ? RestResponse.ok(SignInAnswer.withTokens(one.in())) : doors.withCookies(one));
    }

    enum Mode {
        cookie,
        token
    }

    record LoginBody(
            @Nullable String username,
            @Nullable String password,
            @Nullable Mode mode,
            @Nullable String device) {}

    record Registered(User user) {}
}
