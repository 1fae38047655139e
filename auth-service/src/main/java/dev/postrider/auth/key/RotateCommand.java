package dev.postrider.auth.key;

import dev.postrider.base.SharedConfig;
import dev.postrider.base.problem.RouterProblems;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.rest.ProblemCode;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jboss.logging.Logger;

/**
 * {@code POST /q/keys/rotate} on the management port makes a new signing key. It wants the service key, since any
 * page in a browser on the same machine could send the request otherwise.
 */
@ApplicationScoped
class RotateCommand {
    private static final Logger LOG = Logger.getLogger(RotateCommand.class);

    private final SigningKeys keys;
    private final byte[] serviceKey;

    RotateCommand(SigningKeys keys, SharedConfig config) {
        this.keys = keys;
        this.serviceKey = config.serviceKey().getBytes(StandardCharsets.UTF_8);
    }

    void onManagement(@Observes ManagementInterface management) {
        management.router().post("/q/keys/rotate").handler(this::rotate);
    }

    private void rotate(RoutingContext context) {
        String shown = context.request().getHeader(Internal.KEY_HEADER);
        if (shown == null || !MessageDigest.isEqual(serviceKey, shown.getBytes(StandardCharsets.UTF_8))) {
            RouterProblems.answer(context, ProblemCode.NOT_FOUND);
            return;
        }
        keys.rotate().subscribe().with(made -> answer(context, made), away -> refuse(context, away));
    }

    private static void answer(RoutingContext context, SigningKeys.Rotated made) {
        LOG.infof("A new signing key was made by command: key=%s", made.kid());
        context.json(new JsonObject()
                .put("kid", made.kid())
                .put("signsFrom", made.signsFrom().toString()));
    }

    private static void refuse(RoutingContext context, Throwable away) {
        LOG.warnf("No signing key could be made: %s", away.toString());
        RouterProblems.answer(context, ProblemCode.UNAVAILABLE);
    }
}
