package dev.postrider.history.ops;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.FrameTypes;
import dev.postrider.history.support.Api;
import dev.postrider.history.support.Talk;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest {
    @TestHTTPResource(value = "/", management = true)
    @SuppressWarnings("NullAway.Init")
    private URL management;

    @Test
    void theServiceIsReadyOnceTablesAndTopicsAreThere() {
        await().until(() -> given().get(at("/health/ready")).statusCode() == 200);
    }

    @Test
    void livenessAsksNobody() {
        given().get(at("/health/live")).then().statusCode(200);
        assertEquals(List.of(), given().get(at("/health/live")).jsonPath().getList("checks"));
    }

    @Test
    void whatMattersIsMeasured() {
        Api.sync(Talk.user(), null, null).statusCode(200);

        String metrics = given().get(at("/metrics")).asString();

        for (String name : List.of(
                "postrider_history_ingest_lag{topic=\"chat.log\"}",
                "postrider_history_ingest_batch_records",
                "postrider_history_ingest_dead_total{topic=\"chat.log\"}",
                "postrider_history_ingest_retries_total",
                "postrider_history_partitions_stopped",
                "postrider_history_sync_time")) {
            assertTrue(metrics.contains(name), name);
        }
    }

    @Test
    void theOpenApiDocumentNamesEveryRouteAndEveryEvent() {
        JsonPath document =
                given().queryParam("format", "json").get(at("/openapi")).jsonPath();

        assertEquals(9, document.getMap("paths").size());
        assertFalse(document.getMap("paths").containsKey("/internal/holders"));
        Map<String, String> events = document.getMap("components.schemas.Event.discriminator.mapping");
        assertEquals(FrameTypes.events().keySet(), events.keySet());
        assertTrue(document.getList("components.schemas.EntryMessage.required").contains("position"));
        assertFalse(document.getList("components.schemas.EntryMessage.required").contains("body"));
    }

    private URI at(String path) {
        return URI.create("http://%s:%d/q%s".formatted(management.getHost(), management.getPort(), path));
    }
}
