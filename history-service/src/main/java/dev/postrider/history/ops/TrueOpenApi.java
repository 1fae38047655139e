package dev.postrider.history.ops;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.Conversation;
import dev.postrider.contracts.rest.Entry;
import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rest.SyncAnswer;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Puts the contract's own schemas into the OpenAPI document, and says that every error is a problem. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class TrueOpenApi implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        ContractSchemas.of(Entry.class, Event.class, Conversation.class, SyncAnswer.class, Problem.class)
                .forEach((name, schema) -> openApi.getComponents().addSchema(name, schema));
    }

    @Override
    public Operation filterOperation(Operation operation) {
        operation.getResponses().addAPIResponse("401", problem("not signed in, or no longer"));
        operation.getResponses().addAPIResponse("404", problem("not there, or not for the caller"));
        operation.getResponses().addAPIResponse("503", problem("a part is away; see Retry-After"));
        operation.getResponses().removeAPIResponse("403");
        operation.getResponses().defaultValue(problem("anything else that is wrong"));
        return operation;
    }

    private static APIResponse problem(String description) {
        MediaType type =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, type));
    }
}
