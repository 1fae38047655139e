package dev.postrider.history.internal;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.internal.Counts;
import dev.postrider.contracts.internal.HolderAnswers;
import dev.postrider.contracts.internal.HolderQueries;
import dev.postrider.contracts.internal.HolderQuery;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.internal.Target;
import dev.postrider.contracts.internal.Texts;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.Settings;
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
    private final TextReader texts;

    InternalResource(HolderReader reader, HolderQuestions questions, TextReader texts) {
        this.reader = reader;
        this.questions = questions;
        this.texts = texts;
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

    /** How many there are of what is limited, as far as the log was read. */
    @GET
    @Path(Internal.COUNTS)
    @Operation(hidden = true)
    public Uni<Counts> counts(
            @QueryParam("conversation") @Nullable String conversation,
            @QueryParam("position") @Nullable Long position) {
        if (conversation == null || position == null) {
            throw ProblemException.invalid("conversation", "required", "conversation and position are needed");
        }
        return reader.counts(conversation, position)
                .onFailure(DatabaseAwayException.class)
                .transform(away -> ProblemException.of(ProblemCode.UNAVAILABLE));
    }

    /** What messages say, whoever may read there: chat-service asks for administrators alone. */
    @POST
    @Path(Internal.TEXTS)
    @Operation(hidden = true)
    public Uni<Texts.Found> texts(Texts.@Nullable Asked asked) {
        if (asked == null || asked.places() == null || asked.places().size() > Internal.TEXTS_MAX) {
            throw ProblemException.invalid("places", "form", "up to " + Internal.TEXTS_MAX + " are needed");
        }
        return texts.read(asked.places())
                .map(Texts.Found::new)
                .onFailure(DatabaseAwayException.class)
                .transform(away -> ProblemException.of(ProblemCode.UNAVAILABLE));
    }

    /** Somebody's settings of a conversation as they hold now. */
    @GET
    @Path(Internal.MINE)
    @Operation(hidden = true)
    public Uni<Settings.Mine> mine(
            @QueryParam("user") @Nullable String user, @QueryParam("about") @Nullable String about) {
        if (user == null || about == null) {
            throw ProblemException.invalid("user", "required", "user and about are needed");
        }
        return reader.mine(user, about)
                .map(InternalResource::orNothing)
                .onFailure(DatabaseAwayException.class)
                .transform(away -> ProblemException.of(ProblemCode.UNAVAILABLE));
    }

    private static <T> T orNothing(Optional<T> found) {
        return found.orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }
}
