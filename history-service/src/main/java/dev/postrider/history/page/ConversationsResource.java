package dev.postrider.history.page;

import dev.postrider.base.identity.Caller;
import dev.postrider.contracts.rest.Conversation;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.history.store.Database;
import dev.postrider.history.store.DatabaseAwayException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The conversations of the caller. */
@Path("/api/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Conversations")
public class ConversationsResource {
    private final Caller caller;
    private final Database database;
    private final SummaryReader summaries;
    private final Access access;
    private final Names names;
    private final WhileAway away;

    ConversationsResource(
            Caller caller, Database database, SummaryReader summaries, Access access, Names names, WhileAway away) {
        this.caller = caller;
        this.database = database;
        this.summaries = summaries;
        this.access = access;
        this.names = names;
        this.away = away;
    }

    /**
     * One stretch of the list.
     *
     * @param next for more, if there is more
     * @param stale true where the database is away: only what is kept in memory, as it was then, and no more
     */
    public record ConversationList(
            List<Conversation> conversations,
            @Nullable String next,
            @Nullable Boolean stale) {}

    /** One conversation; stale as above. */
    public record OneConversation(
            Conversation conversation, @Nullable Boolean stale) {}

    @GET
    @Operation(summary = "My conversations, newest activity first")
    public Uni<ConversationList> list(
            @Parameter(description = "what next said") @QueryParam("after") @Nullable String after,
            @Parameter(description = "1 to 200, 50 if not given") @QueryParam("limit") @Nullable Integer limit) {
        String user = caller.userId();
        ListPlace place = ListPlace.of(after);
        int max = PageRequest.limit(limit);
        return database.readInTurn(connection -> summaries.newest(connection, user, place, max + 1))
                .chain(found -> answer(found, max, user))
                .onFailure(DatabaseAwayException.class)
                .recoverWithUni(gone -> away.list(user, place, max));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my conversations")
    public Uni<OneConversation> one(@PathParam("id") String id) {
        String user = caller.userId();
        ConversationId parsed = Access.parsed(id, user);
        return database.readInTurn(connection -> summaries.one(connection, user, id))
                .chain(found -> found.isEmpty()
                        ? unbegun(parsed, user)
                        : Uni.createFrom().item(found.getFirst()))
                .chain(one -> names.name(List.of(one), user))
                .map(named -> new OneConversation(named.getFirst(), null))
                .onFailure(DatabaseAwayException.class)
                .recoverWithUni(gone -> away.conversation(id, user));
    }

    private Uni<ConversationList> answer(List<Summary> found, int max, String user) {
        boolean more = found.size() > max;
        List<Summary> shown = more ? found.subList(0, max) : found;
        ConversationRow last = shown.isEmpty() ? null : shown.getLast().row();
        String next = more && last != null ? new ListPlace(last.lastAt(), last.id()).text() : null;
        return names.name(shown, user).map(named -> new ConversationList(named, next, null));
    }

    private Uni<Summary> unbegun(ConversationId id, String user) {
        return access.unbegun(id, user).map(exists -> Summary.unbegun((ConversationId.Direct) id));
    }
}
