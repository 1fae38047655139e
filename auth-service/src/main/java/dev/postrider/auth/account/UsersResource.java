package dev.postrider.auth.account;

import dev.postrider.auth.ops.Reading;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.Ulids;
import dev.postrider.contracts.rule.Usernames;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finding people: by the beginning of their names, or by id. */
@Path("/api/users")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
    private static final int IDS_MAX = 100;
    private static final int LIMIT_DEFAULT = 50;
    private static final int LIMIT_MAX = 200;
    private static final int QUERY_CHARS_MAX = 64;

    private final Accounts accounts;
    private final Clock clock;

    UsersResource(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Either {@code ids} (unknown ones are left out, deactivated ones flagged) or {@code query}, by username. */
    @GET
    public Uni<UserPage> users(
            @QueryParam("query") @Nullable String query,
            @QueryParam("ids") @Nullable String ids,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        if (ids != null) {
            return byIds(UserIdList.parse(ids, IDS_MAX));
        }
        if (query == null || query.isBlank() || query.length() > QUERY_CHARS_MAX) {
            throw ProblemException.invalid("query", "invalid", "give query (1 to 64 characters) or ids");
        }
        if (after != null && !Usernames.isUsername(after)) {
            throw ProblemException.invalid("after", "invalid", "must be what next said");
        }
        int most = limit == null ? LIMIT_DEFAULT : limit;
        if (most < 1 || most > LIMIT_MAX) {
            throw ProblemException.invalid("limit", "invalid", "must be 1 to 200");
        }
        return search(query.strip().toLowerCase(Locale.ROOT), after == null ? "" : after, most);
    }

    @GET
    @Path("{id}")
    public Uni<OneUser> user(@PathParam("id") String id) {
        if (!Ulids.isUlid(id)) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return Reading.of(() -> accounts.findById(id)).map(account -> {
            if (account == null) {
                throw ProblemException.of(ProblemCode.NOT_FOUND);
            }
            return new OneUser(account.toOther(clock.instant()));
        });
    }

    private Uni<UserPage> byIds(List<String> ids) {
        return Reading.of(() -> accounts.byIds(ids)).map(found -> new UserPage(others(found), null));
    }

    private Uni<UserPage> search(String query, String after, int most) {
        return Reading.of(() -> accounts.matching(query, after, most + 1)).map(found -> {
            boolean more = found.size() > most;
            List<Account> page = more ? found.subList(0, most) : found;
            return new UserPage(others(page), more ? page.getLast().username() : null);
        });
    }

    private List<User> others(List<Account> found) {
        Instant now = clock.instant();
        return found.stream().map(account -> account.toOther(now)).toList();
    }

    record UserPage(List<User> users, @Nullable String next) {}
}
