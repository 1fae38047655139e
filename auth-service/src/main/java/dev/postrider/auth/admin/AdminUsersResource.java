package dev.postrider.auth.admin;

import dev.postrider.auth.account.Account;
import dev.postrider.auth.account.Accounts;
import dev.postrider.auth.ops.Reading;
import dev.postrider.base.identity.Caller;
import dev.postrider.base.identity.TokenClaims;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rest.User.UserRole;
import dev.postrider.contracts.rule.Ulids;
import dev.postrider.contracts.rule.Usernames;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Accounts, for administrators: everybody, the deactivated too, with their roles. */
@Path("/api/admin/users")
@RolesAllowed(TokenClaims.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class AdminUsersResource {
    private static final int LIMIT_DEFAULT = 50;
    private static final int LIMIT_MAX = 200;
    private static final int QUERY_CHARS_MAX = 64;

    private final Accounts accounts;
    private final Administration administration;
    private final Caller caller;
    private final Clock clock;

    AdminUsersResource(Accounts accounts, Administration administration, Caller caller, Clock clock) {
        this.accounts = accounts;
        this.administration = administration;
        this.caller = caller;
        this.clock = clock;
    }

    /** Whose username or display name begins so, by username; everybody where {@code query} is absent. */
    @GET
    public Uni<AccountPage> list(
            @QueryParam("query") @Nullable String query,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        String wanted = query == null ? "" : query.strip().toLowerCase(Locale.ROOT);
        if (wanted.length() > QUERY_CHARS_MAX) {
            throw ProblemException.invalid("query", "too-long", "must have at most 64 characters");
        }
        if (after != null && !Usernames.isUsername(after)) {
            throw ProblemException.invalid("after", "invalid", "must be what next said");
        }
        int most = limit == null ? LIMIT_DEFAULT : limit;
        if (most < 1 || most > LIMIT_MAX) {
            throw ProblemException.invalid("limit", "invalid", "must be 1 to 200");
        }
        return Reading.of(() -> accounts.everybody(wanted, after == null ? "" : after, most + 1))
                .map(found -> page(found, most));
    }

    /** Takes or gives the role, or the account. Whoever loses either is signed out everywhere at once. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<OneAccount> change(@PathParam("id") String id, @Nullable AccountChange body) {
        AccountChange given = present(body);
        return administration
                .change(caller.userId(), present(id), given.role(), given.deactivated())
                .map(OneAccount::new);
    }

    /** A one-time code for a new password, shown this once; the one before is worth nothing any more. */
    @POST
    @Path("{id}/reset")
    public Uni<ResetCodeAnswer> reset(@PathParam("id") String id) {
        return administration
                .reset(caller.userId(), present(id))
                .map(made -> new ResetCodeAnswer(made.code(), made.until()));
    }

    private AccountPage page(List<Account> found, int most) {
        Instant now = clock.instant();
        boolean more = found.size() > most;
        List<Account> shown = more ? found.subList(0, most) : found;
        return new AccountPage(
                shown.stream().map(account -> account.toSelf(now)).toList(),
                more ? shown.getLast().username() : null);
    }

    private static String present(String id) {
        if (!Ulids.isUlid(id)) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return id;
    }

    private static AccountChange present(@Nullable AccountChange body) {
        if (body == null) {
            throw ProblemException.invalid("body", "required", "is required");
        }
        return body;
    }

    @Schema(description = "What is absent stays.")
    record AccountChange(@Nullable UserRole role, @Nullable Boolean deactivated) {}

    record AccountPage(List<User> users, @Nullable String next) {}

    record OneAccount(User user) {}

    record ResetCodeAnswer(String code, @Nullable Instant expiresAt) {}
}
