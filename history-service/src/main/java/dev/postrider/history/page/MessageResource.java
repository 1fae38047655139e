package dev.postrider.history.page;

import dev.postrider.base.identity.Caller;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.Entry;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.history.HistoryConfig;
import dev.postrider.history.page.MessageReader.Former;
import dev.postrider.history.page.MessageReader.Reacted;
import dev.postrider.history.page.MessageReader.Reader;
import dev.postrider.history.store.Database;
import dev.postrider.history.store.DatabaseAwayException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Single messages, what hangs on them, and the pinned ones; for members. */
@Path("/api/conversations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Messages")
public class MessageResource {
    private final Caller caller;
    private final Database database;
    private final MessageReader messages;
    private final Access access;
    private final int marksMembersMax;

    MessageResource(Caller caller, Database database, MessageReader messages, Access access, HistoryConfig config) {
        this.caller = caller;
        this.database = database;
        this.messages = messages;
        this.access = access;
        this.marksMembersMax = config.page().marksMembersMax();
    }

    /** One message in its present state. */
    public record OneMessage(Entry message) {}

    /** Former texts, oldest first. */
    public record Edits(List<Former> edits) {}

    /** Reactions in force, oldest first. */
    public record Reactions(List<Reacted> reactions) {}

    /** Who has read it, besides its author. */
    public record Readers(List<Reader> readers) {}

    /** Pinned messages, the newest pin first. */
    public record Pins(List<Entry> messages) {}

    @GET
    @Path("/messages/{position}")
    @Operation(summary = "One message, or system line")
    public Uni<OneMessage> message(@PathParam("id") String id, @PathParam("position") long position) {
        String user = caller.userId();
        return visible(id, position, (connection, entry) -> Uni.createFrom().item(new OneMessage(entry.seenBy(user))));
    }

    @GET
    @Path("/messages/{position}/edits")
    @Operation(summary = "The texts a message had before, oldest first")
    public Uni<Edits> edits(@PathParam("id") String id, @PathParam("position") long position) {
        return visible(
                id,
                position,
                (connection, entry) -> messages.former(connection, id, position).map(Edits::new));
    }

    @GET
    @Path("/messages/{position}/reactions")
    @Operation(summary = "Who reacted to a message with what, and when")
    public Uni<Reactions> reactions(@PathParam("id") String id, @PathParam("position") long position) {
        return visible(
                id,
                position,
                (connection, entry) ->
                        messages.reactions(connection, id, position).map(Reactions::new));
    }

    @GET
    @Path("/messages/{position}/readers")
    @Operation(summary = "Who has read a message; in conversations of at most 100 members")
    public Uni<Readers> readers(@PathParam("id") String id, @PathParam("position") long position) {
        return visible(
                id,
                position,
                (connection, entry) -> messages.memberCount(connection, id)
                        .chain(members -> members > marksMembersMax
                                ? Uni.createFrom().failure(ProblemException.of(ProblemCode.FORBIDDEN))
                                : messages.readers(connection, id, position, author(entry)))
                        .map(Readers::new));
    }

    @GET
    @Path("/pins")
    @Operation(summary = "Pinned messages, the newest pin first")
    public Uni<Pins> pins(@PathParam("id") String id) {
        String user = caller.userId();
        var parsed = Access.parsed(id, user);
        return available(database.readInTurn(connection -> access.visibleFrom(connection, id, user)
                        .chain(seen -> messages.pinned(connection, user, id)
                                .map(found -> new Pinned(seen.isPresent(), found)))))
                .call(found -> found.member ? Uni.createFrom().voidItem() : access.unbegun(parsed, user))
                .map(found -> new Pins(
                        found.entries.stream().map(one -> one.seenBy(user)).toList()));
    }

    private record Pinned(boolean member, List<StoredEntry> entries) {}

    /** Answers about an entry that the caller may see; 404 else. */
    private <T> Uni<T> visible(String id, long position, BiFunction<SqlConnection, StoredEntry, Uni<T>> answer) {
        String user = caller.userId();
        Access.parsed(id, user);
        return available(database.readInTurn(connection -> messages.one(connection, user, id, position)
                .map(found -> found.orElseThrow(Access::nothing))
                .chain(entry -> answer.apply(connection, entry))));
    }

    private static <T> Uni<T> available(Uni<T> answer) {
        return answer.onFailure(DatabaseAwayException.class)
                .transform(away -> ProblemException.of(ProblemCode.UNAVAILABLE));
    }

    private static String author(StoredEntry entry) {
        return entry.entry() instanceof Entry.Message message ? message.from() : "";
    }
}
