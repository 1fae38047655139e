package dev.postrider.history.internal;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.internal.Holder;
import dev.postrider.contracts.internal.HolderQuery;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.internal.Target;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.Position;
import dev.postrider.history.HistoryConfig;
import dev.postrider.history.store.DatabaseAwayException;
import dev.postrider.history.store.ProgressWatch;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** For chat-service alone: the service key opens it, the gateway never leads here. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class InternalResource {
    private final HolderReader reader;
    private final ProgressWatch progress;
    private final Duration waitMax;

    InternalResource(HolderReader reader, ProgressWatch progress, HistoryConfig config) {
        this.reader = reader;
        this.progress = progress;
        this.waitMax = config.ask().waitMax();
    }

    /**
     * The lowest record that carries the id, answered only once everything up to and including the asker's own record
     * is stored: so nothing that was appended before it can be missed, whoever appended it.
     */
    @POST
    @Path(Internal.HOLDER)
    @Operation(hidden = true)
    public Uni<Holder> holder(@Nullable HolderQuery query) {
        if (query == null
                || ConversationId.parse(query.conversation()).isEmpty()
                || !Position.isPosition(query.past())) {
            throw ProblemException.invalid("conversation", "form", "is not one, or past is no position");
        }
        int partition = LogPartitions.of(query.conversation());
        int epoch = Position.epoch(query.past());
        return progress.reached(epoch, partition, Position.offset(query.past()) + 1, waitMax)
                .chain(reached -> reached
                        ? reader.holder(query.conversation(), query.from(), query.id())
                        : Uni.createFrom().failure(ProblemException.of(ProblemCode.UNAVAILABLE)))
                .map(InternalResource::orNothing)
                .onFailure(DatabaseAwayException.class)
                .transform(away -> ProblemException.of(ProblemCode.UNAVAILABLE));
    }

    /** Whose message stands there. */
    @GET
    @Path(Internal.TARGET)
    @Operation(hidden = true)
    public Uni<Target> target(
            @QueryParam("conversation") @Nullable String conversation,
            @QueryParam("position") @Nullable Long position) {
        if (conversation == null || position == null) {
            throw ProblemException.invalid("conversation", "required", "conversation and position are needed");
        }
        return reader.target(conversation, position)
                .map(InternalResource::orNothing)
                .onFailure(DatabaseAwayException.class)
                .transform(away -> ProblemException.of(ProblemCode.UNAVAILABLE));
    }

    private static <T> T orNothing(Optional<T> found) {
        return found.orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }
}
