package dev.postrider.gateway.document;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Refused;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The descriptions of the services, joined into one. Asked for anew after half a minute; of a service that is away the last
 * one known is used, and while there has been none the answer is 503.
 */
public final class OpenApi {
    private static final long FRESH_MILLIS = 30_000;
    private static final long PATIENCE_MILLIS = 2_000;

    private record Joined(long at, Buffer body) {}

    private final HttpClient client;
    private final List<String> services;
    private final String version;
    private final InstantSource clock;
    private final Map<String, JsonObject> known = new ConcurrentHashMap<>();
    private volatile Joined last = new Joined(Long.MIN_VALUE / 2, Buffer.buffer());

    /** @param services management addresses */
    public OpenApi(HttpClient client, List<String> services, String version, InstantSource clock) {
        this.client = client;
        this.services = List.copyOf(services);
        this.version = version;
        this.clock = clock;
    }

    Future<Buffer> joined() {
        var present = last;
        if (clock.millis() - present.at() < FRESH_MILLIS) {
            return Future.succeededFuture(present.body());
        }
        return Future.join(services.stream().map(this::ask).toList())
                .otherwiseEmpty()
                .compose(asked -> known.size() == services.size() ? Future.succeededFuture(join()) : missing());
    }

    private Future<JsonObject> ask(String service) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(service + "/q/openapi?format=json")
                .setTimeout(PATIENCE_MILLIS);
        return client.request(options)
                .compose(request -> request.send())
                .compose(answer -> answer.statusCode() == 200
                        ? answer.body()
                        : Future.failedFuture("status " + answer.statusCode()))
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .map(Buffer::toJsonObject)
                .onSuccess(description -> known.put(service, description));
    }

    private Buffer join() {
        var paths = new JsonObject();
        var components = new JsonObject();
        for (String service : services) {
            JsonObject one = known.getOrDefault(service, new JsonObject());
            paths.mergeIn(publicPaths(one.getJsonObject("paths", new JsonObject())), true);
            components.mergeIn(one.getJsonObject("components", new JsonObject()), true);
        }
        var body = new JsonObject()
                .put("openapi", "3.1.0")
                .put("info", new JsonObject().put("title", "Postrider").put("version", version))
                .put("paths", paths)
                .put("components", components)
                .toBuffer();
        last = new Joined(clock.millis(), body);
        return body;
    }

    /** Calls between services are nobody else's business. */
    private static JsonObject publicPaths(JsonObject paths) {
        var open = new JsonObject();
        paths.stream()
                .filter(entry -> !entry.getKey().startsWith("/internal"))
                .forEach(entry -> open.put(entry.getKey(), entry.getValue()));
        return open;
    }

    private static Future<Buffer> missing() {
        return Future.failedFuture(
                Refused.of(ProblemCode.UNAVAILABLE, "no-description", "A part has not told its description yet.")
                        .retryAfter(Duration.ofSeconds(5)));
    }
}
