package dev.postrider.history.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.base.SharedConfig;
import dev.postrider.base.problem.RouterProblems;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.rest.ProblemCode;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * {@code POST /q/rebuild} on the management port begins a rebuild, {@code GET} tells how far it is. Both want the
 * service key, since any page in a browser on the same machine could send the request otherwise.
 */
@ApplicationScoped
class RebuildCommand {
    private static final ObjectMapper MAPPER = Json.mapper();
    private static final String PATH = "/q/rebuild";

    private final Rebuild rebuild;
    private final byte[] serviceKey;

    RebuildCommand(Rebuild rebuild, SharedConfig config) {
        this.rebuild = rebuild;
        this.serviceKey = config.serviceKey().getBytes(StandardCharsets.UTF_8);
    }

    void onManagement(@Observes ManagementInterface management) {
        management.router().post(PATH).handler(context -> guarded(context, rebuild::begin));
        management.router().get(PATH).handler(context -> guarded(context, () -> {}));
    }

    private void guarded(RoutingContext context, Runnable action) {
        String shown = context.request().getHeader(Internal.KEY_HEADER);
        if (shown == null || !MessageDigest.isEqual(serviceKey, shown.getBytes(StandardCharsets.UTF_8))) {
            RouterProblems.answer(context, ProblemCode.NOT_FOUND);
            return;
        }
        action.run();
        context.response().putHeader("Content-Type", "application/json").end(json(rebuild.state()));
    }

    private static String json(RebuildState state) {
        try {
            return MAPPER.writerFor(RebuildState.class).writeValueAsString(state);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
