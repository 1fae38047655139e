package dev.postrider.gateway.document;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Answers;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.route.Exchange;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The calls that the gateway answers itself. */
public final class Documents {
    private final Answers answers;
    private final OpenApi openApi;
    private final Buffer version;
    private final Buffer asyncApi;

    public Documents(Answers answers, OpenApi openApi, String version) {
        this.answers = answers;
        this.openApi = openApi;
        this.version = new JsonObject()
                .put("name", "postrider")
                .put("version", version)
                .put("protocol", "postrider.v1")
                .toBuffer();
        this.asyncApi = resource("/dev/postrider/contracts/generated/asyncapi.json");
    }

    /** Answers, or fails with the refusal. */
    public Future<Void> answer(Exchange exchange) {
        Future<Buffer> body = switch (exchange.path().path()) {
            case "/api/version" -> Future.succeededFuture(version);
            case "/api/asyncapi.json" -> Future.succeededFuture(asyncApi);
            case "/api/openapi.json" -> openApi.joined();
            default -> Future.failedFuture(Refused.of(ProblemCode.NOT_FOUND, "no-route", "There is nothing here."));
        };
        return body.onSuccess(found -> answers.json(exchange.request(), exchange.trace(), found))
                .mapEmpty();
    }

    private static Buffer resource(String name) {
        try (var in = Documents.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The build lacks " + name);
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
