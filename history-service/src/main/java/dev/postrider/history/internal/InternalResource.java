package dev.postrider.history.internal;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.internal.HolderAnswers;
import dev.postrider.contracts.internal.HolderQueries;
import dev.postrider.contracts.internal.HolderQuery;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.internal.Target;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.topic.Position;
import dev.postrider.history.store.DatabaseAwayException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** For chat-service alone: the service key opens it, the gateway never leads here. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class InternalResource {
    private final HolderReader reader;
    private final HolderQuestions questions;

    InternalResource(HolderReader reader, HolderQuestions questions) {
        this.reader = reader;
        this.questions = questions;
    }

    /** Who holds these ids, as far as the log was read for each. */
    @POST
    @Path(Internal.HOLDERS)
    @Operation(hidden = true)
    public Uni<HolderAnswers> holders(@Nullable HolderQueries asked) {
        if (asked == null || asked.queries() == null || asked.queries().size() > Internal.HOLDERS_MAX) {
            throw ProblemException.invalid("queries", "form", "up to " + Internal.HOLDERS_MAX + " are needed");
        }
        for (HolderQuery query : asked.queries()) {
            if (ConversationId.parse(query.conversation()).isEmpty() || !Position.isPosition(query.past())) {
                throw ProblemException.invalid("conversation", "form", "is not one, or past is no position");
            }
        }
        return questions
                .answered(asked.queries())
                .onFailure(DatabaseAwayException.class)
                .transform(away -> ProblemException.of(ProblemCode.UNAVAILABLE));
    }

    /** Whose message stands there; while the log was not read so far, nobody can say that there is none. */
    @GET
    @Path(Internal.TARGET)
    @Operation(hidden = true)
    public Uni<Target> target(
            @QueryParam("conversation") @Nullable String conversation,
            @QueryParam("position") @Nullable Long position) {
        if (conversation == null || position == null) {
            throw ProblemException.invalid("conversation", "required", "conversation and position are needed");
        }
        if (!Position.isPosition(position)) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return questions
                .read(conversation, position)
                .chain(read -> read
                        ? reader.target(conversation, position).map(InternalResource::orNothing)
                        : Uni.createFrom().failure(ProblemException.of(ProblemCode.UNAVAILABLE)))
                .onFailure(DatabaseAwayException.class)
                .transform(away -> ProblemException.of(ProblemCode.UNAVAILABLE));
    }

    private static <T> T orNothing(Optional<T> found) {
        return found.orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }
}
