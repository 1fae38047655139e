package dev.postrider.auth.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.auth.ops.Outbox;
import dev.postrider.auth.ops.Reading;
import dev.postrider.auth.ops.Records;
import dev.postrider.base.identity.Caller;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.control.ControlRecord.Profile;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.User;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** One's own profile. */
@Path("/api/auth/me")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    private final Accounts accounts;
    private final LastSeenSelves selves;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    MeResource(Accounts accounts, LastSeenSelves selves, Outbox outbox, Caller caller, Clock clock) {
        this.accounts = accounts;
        this.selves = selves;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** While the database is away, what was last known here; a page can then still open with a living token. */
    @GET
    public Uni<OneUser> me() {
        String id = caller.userId();
        return Reading.of(() -> accounts.findById(id))
                .map(this::self)
                .onFailure(failure -> !(failure instanceof ProblemException))
                .recoverWithItem(away -> selves.orFail(id, away))
                .map(OneUser::new);
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = ProfileChange.class)))
    public Uni<OneUser> change(@Nullable JsonNode body) {
        ProfilePatch patch = ProfilePatch.of(body);
        String id = caller.userId();
        return outbox.committing(records -> accounts.locked(id).map(account -> apply(account, patch, records)))
                .map(OneUser::new);
    }

    private User apply(@Nullable Account account, ProfilePatch patch, Records records) {
        Account mine = present(account);
        mine.apply(patch);
        Instant now = clock.instant();
        records.add(new Profile(mine.toService(now), now));
        return self(mine);
    }

    private User self(@Nullable Account account) {
        User self = present(account).toSelf(clock.instant());
        selves.keep(self);
        return self;
    }

    private static Account present(@Nullable Account account) {
        if (account == null || !account.active()) {
            throw ProblemException.of(ProblemCode.SIGNED_OUT);
        }
        return account;
    }
}
