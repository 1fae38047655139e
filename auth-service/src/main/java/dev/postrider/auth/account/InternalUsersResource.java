package dev.postrider.auth.account;

import dev.postrider.auth.ops.Reading;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.internal.Users;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who people are, for the other services; guarded by the service key like everything under /internal. */
@Path(Internal.USERS)
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class InternalUsersResource {
    private final Accounts accounts;
    private final Clock clock;

    InternalUsersResource(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Users> users(@QueryParam("ids") @Nullable String ids) {
        Instant now = clock.instant();
        return Reading.of(() -> accounts.byIds(UserIdList.parse(ids == null ? "" : ids, Internal.USERS_MAX)))
                .map(found -> new Users(
                        found.stream().map(account -> account.toService(now)).toList()));
    }
}
