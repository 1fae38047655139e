package dev.postrider.chat.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.base.identity.Caller;
import dev.postrider.chat.own.MineChange;
import dev.postrider.chat.own.OwnStream;
import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rest.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own settings of a conversation. */
@Path("/api/conversations/{conversation}/mine")
@RolesAllowed("profile")
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "conversations")
public class MineResource {
    private final Caller caller;
    private final Places places;
    private final OwnStream own;

    MineResource(Caller caller, Places places, OwnStream own) {
        this.caller = caller;
        this.places = places;
        this.own = own;
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeMine", summary = "Mutes, favours, hides, or says what to be notified of.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Requests.ChangedMine.class)))
    @APIResponse(responseCode = "200", description = "As they are now, on every device of the caller.")
    public Uni<Responses.OneMine> change(@PathParam("conversation") String id, @Nullable JsonNode patch) {
        String user = caller.userId();
        String place = Places.id(id);
        MineChange change = read(patch);
        return places.ofCaller(place, user)
                .chain(mine -> own.change(user, mine.id(), change))
                .map(Responses.OneMine::new);
    }

    private static MineChange read(@Nullable JsonNode body) {
        FieldChecks checks = new FieldChecks();
        MergePatch patch = MergePatch.of(body, checks);
        Settings.Mine defaults = Settings.Mine.DEFAULTS;
        Instant until = patch.clears("mutedUntil") ? null : patch.value("mutedUntil", Instant.class);
        MineChange change = new MineChange(
                patch.value("notify", Settings.Notify.class, defaults.notifyOf()),
                patch.has("mutedUntil") ? new MineChange.Muting(until) : null,
                patch.value("favourite", Boolean.class, defaults.favourite()),
                patch.value("hidden", Boolean.class, defaults.hidden()));
        checks.instant("mutedUntil", until).throwIfWrong();
        return change;
    }
}
