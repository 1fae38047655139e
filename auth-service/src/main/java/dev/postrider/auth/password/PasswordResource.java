package dev.postrider.auth.password;

import dev.postrider.auth.account.Accounts;
import dev.postrider.auth.ops.Reading;
import dev.postrider.auth.session.Client;
import dev.postrider.base.identity.Caller;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rule.Usernames;
import io.quarkus.security.Authenticated;
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

/** Changing, resetting and laying down a password. */
@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {
    private final PasswordChange change;
    private final PasswordReset reset;
    private final Accounts accounts;
    private final Forms forms;
    private final Doors doors;
    private final Caller caller;

    PasswordResource(
            PasswordChange change, PasswordReset reset, Accounts accounts, Forms forms, Doors doors, Caller caller) {
        this.change = change;
        this.reset = reset;
        this.accounts = accounts;
        this.forms = forms;
        this.doors = doors;
        this.caller = caller;
    }

    /** Every other session ends. */
    @POST
    @Path("password")
    @Authenticated
    public Uni<RestResponse<Void>> change(@Nullable ChangeBody body, @Context HttpServerRequest request) {
        ChangeBody given = Forms.present(body);
        String current = Forms.comparable("current", given.current());
        String next = forms.next(given.next());
        String session = caller.sessionId();
        return username()
                .chain(username -> change.change(username, current, next, session))
                .map(known -> doors.changed(known, request));
    }

    /** Every session ends. */
    @POST
    @Path("reset")
    @PermitAll
    public Uni<RestResponse<Void>> reset(@Nullable ResetBody body, @Context HttpServerRequest request) {
        ResetBody given = Forms.present(body);
        String username = Usernames.normalised(Forms.required("username", given.username()));
        String code = Forms.required("code", given.code());
        String next = forms.next(given.next());
        return reset.reset(username, code, next, Client.addressOf(request), doors.cookie(request))
                .map(doors::known);
    }

    /** Every session ends; the name stays with the messages. */
    @POST
    @Path("deactivate")
    @Authenticated
    public Uni<RestResponse<Void>> deactivate(@Nullable DeactivateBody body) {
        String password = Forms.comparable("password", Forms.present(body).password());
        String session = caller.sessionId();
        return username()
                .chain(username -> change.deactivate(username, password, session))
                .map(done -> doors.left());
    }

    private Uni<String> username() {
        String id = caller.userId();
        return Reading.of(() -> accounts.findById(id)).map(account -> {
            if (account == null) {
                throw ProblemException.of(ProblemCode.SIGNED_OUT);
            }
            return account.username();
        });
    }

    record ChangeBody(@Nullable String current, @Nullable String next) {}

    record ResetBody(
            @Nullable String username,
            @Nullable String code,
            @Nullable String next) {}

    record DeactivateBody(@Nullable String password) {}
}
