package dev.postrider.chat.rest;

import dev.postrider.base.identity.Caller;
import dev.postrider.base.identity.TokenClaims;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.activity.Activity;
import dev.postrider.chat.flag.Flag;
import dev.postrider.chat.flag.Flags;
import dev.postrider.contracts.internal.Texts;
import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rule.Ulids;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What administrators see: flagged messages, and how much is written. */
@Path("/api/admin")
@RolesAllowed(TokenClaims.ADMIN)
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "administration")
public class AdminFlagsResource {
    private static final String NEWEST = "~";

    private final Caller caller;
    private final Flags flags;
    private final Activity activity;

    AdminFlagsResource(Caller caller, Flags flags, Activity activity) {
        this.caller = caller;
        this.flags = flags;
        this.activity = activity;
    }

    @GET
    @Path("flags")
    @Operation(operationId = "listFlags", summary = "Messages that were flagged, the newest flag first.")
    @APIResponse(responseCode = "200", description = "Each with what the message says, unless it is deleted.")
    public Uni<Responses.ManyFlags> list(
            @Parameter(description = "open, kept or removed; all where absent.") @QueryParam("state") @Nullable
                    String state,
            @Parameter(description = "What next said.") @QueryParam("after") @Nullable String after,
            @Parameter(description = "1 to 200, 50 if not given.") @QueryParam("limit") @Nullable Integer limit) {
        String place = Paging.place(after);
        return flags.list(state == null ? null : state(state), place.isEmpty() ? NEWEST : place, Paging.limit(limit))
                .map(found -> new Responses.ManyFlags(
                        found.flags().stream().map(AdminFlagsResource::body).toList(), Paging.next(found.next())));
    }

    @PATCH
    @Path("flags/{flag}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideFlag",
            summary = "Keeps the message, deletes it for everybody, or opens the flag again.")
    @APIResponse(responseCode = "200", description = "As it is now.")
    public Uni<Responses.OneFlag> decide(@PathParam("flag") String id, Requests.@Nullable Deciding request) {
        String wanted = request == null ? null : request.state();
        new FieldChecks().require("state", wanted).throwIfWrong();
        Flag.State state = state(Objects.requireNonNull(wanted));
        return flags.decide(Ulids.isUlid(id) ? id : "", caller.userId(), state)
                .map(AdminFlagsResource::body)
                .map(Responses.OneFlag::new);
    }

    @GET
    @Path("activity")
    @Operation(operationId = "getActivity", summary = "How much is written, by days of UTC; a few seconds behind.")
    @APIResponse(responseCode = "200", description = "Days on which something was written, the oldest first.")
    public Uni<Responses.ManyDays> activity(
            @Parameter(description = "The first day, as 2026-11-30; 30 days before the last where absent.")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "The last day; today where absent.") @QueryParam("to") @Nullable String to) {
        return activity.between(from, to)
                .map(days -> new Responses.ManyDays(days.stream()
                        .map(day -> new Responses.OneDay(day.day().toString(), day.messages(), day.people()))
                        .toList()));
    }

    private static Flag.State state(String given) {
        return Stream.of(Flag.State.values())
                .filter(state -> state.name().equals(given))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("state", "form", "is open, kept or removed"));
    }

    private static Responses.AdminFlag body(Flags.Shown shown) {
        Flag flag = shown.flag();
        Texts.Text text = shown.text();
        return new Responses.AdminFlag(
                flag.id(),
                flag.conversation(),
                flag.position(),
                text == null ? null : new Responses.FlaggedMessage(text.from(), text.body(), text.at()),
                flag.by(),
                flag.reason(),
                flag.state(),
                flag.createdAt(),
                flag.decidedBy(),
                flag.decidedAt());
    }
}
