package dev.postrider.history.page;

import dev.postrider.base.identity.Caller;
import dev.postrider.contracts.rest.Entry;
import dev.postrider.contracts.rest.Page;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.history.HistoryConfig;
import dev.postrider.history.store.Database;
import dev.postrider.history.store.DatabaseAwayException;
import dev.postrider.history.store.ProgressWatch;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Pages of a conversation, for its members. */
@Path("/api/conversations/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Messages")
public class MessagesResource {
    private final Caller caller;
    private final Database database;
    private final PageReader pages;
    private final Access access;
    private final WhileAway away;
    private final Waits waits;

    MessagesResource(Caller caller, Database database, PageReader pages, Access access, WhileAway away, Waits waits) {
        this.caller = caller;
        this.database = database;
        this.pages = pages;
        this.access = access;
        this.away = away;
        this.waits = waits;
    }

    /** Waits until what is asked for is stored, and keeps pages that are read. */
    @jakarta.inject.Singleton
    static final class Waits {
        private final ProgressWatch progress;
        private final PageKeeper keeper;
        private final Duration max;

        Waits(ProgressWatch progress, PageKeeper keeper, HistoryConfig config) {
            this.progress = progress;
            this.keeper = keeper;
            this.max = config.sync().waitMax();
        }

        Uni<Void> through(PageRequest request) {
            return request.through() == null
                    ? Uni.createFrom().voidItem()
                    : progress.reached(request.through(), max).replaceWithVoid();
        }

        void read(String conversation) {
            keeper.read(conversation);
        }
    }

    /** As a page; stale is true where the database is away and the answer comes from memory. */
    public record MessagePage(
            List<Entry> messages,
            long asOf,
            boolean hasMore,
            @Nullable Boolean hasMoreAfter,
            @Nullable Boolean stale) {
        static MessagePage of(Page page, boolean stale) {
            return new MessagePage(
                    page.messages(), page.asOf(), page.hasMore(), page.hasMoreAfter(), stale ? true : null);
        }
    }

    /** The parameters of a page; all are optional, of the first four one may be given. */
    public static final class Parameters {
        @Parameter(description = "messages below this position")
        @QueryParam("before")
        @Nullable
        Long before;

        @Parameter(description = "messages above this position")
        @QueryParam("after")
        @Nullable
        Long after;

        @Parameter(description = "messages on both sides of this position, itself included")
        @QueryParam("around")
        @Nullable
        Long around;

        @Parameter(description = "messages from this instant on")
        @QueryParam("since")
        @Nullable
        String since;

        @Parameter(description = "wait up to two seconds until history has read this far")
        @QueryParam("through")
        @Nullable
        String through;

        @Parameter(description = "only replies of the thread with this root")
        @QueryParam("thread")
        @Nullable
        Long thread;

        @Parameter(description = "message leaves system lines out")
        @QueryParam("types")
        @Nullable
        String types;

        @Parameter(description = "1 to 200, 50 if not given")
        @QueryParam("limit")
        @Nullable
        Integer limit;

        PageRequest.Given given() {
            return new PageRequest.Given(before, after, around, since, through, thread, types, limit);
        }
    }

    @GET
    @Operation(summary = "A page of messages and system lines, rising by position, in their present state")
    public Uni<MessagePage> page(@PathParam("id") String id, @BeanParam Parameters parameters) {
        String user = caller.userId();
        ConversationId parsed = Access.parsed(id, user);
        PageRequest request = PageRequest.of(parameters.given());
        return waits.through(request)
                .chain(() -> database.readInTurn(connection -> access.visibleFrom(connection, id, user)
                        .chain(seen -> pages.read(connection, id, user, request)
                                .map(stretch -> new Found(seen.isPresent(), stretch)))))
                .call(found -> found.member ? Uni.createFrom().voidItem() : access.unbegun(parsed, user))
                .invoke(found -> keep(found, request, id))
                .map(found -> MessagePage.of(found.stretch.seenBy(user, request.direction()), false))
                .onFailure(DatabaseAwayException.class)
                .recoverWithUni(gone -> away.page(id, user, request));
    }

    private record Found(boolean member, PageReader.Stretch stretch) {}

    private void keep(Found found, PageRequest request, String id) {
        if (found.member && request.isFirstPage()) {
            waits.read(id);
        }
    }
}
