package dev.postrider.history.internal;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.internal.HolderQuery;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.history.support.Talk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InternalTest {
    private static final String KEY = "development-service-key";

    private final String wren = Talk.user();
    private final Talk talk = Talk.between(wren, Talk.user());

    @Test
    void theLowestRecordHoldsAnIdWhateverComesLater() {
        Event.Message once = talk.message(Talk.id(), wren, "once", null, null);
        long first = talk.write(once);
        long second = talk.write(once);

        ValidatableResponse holder = holder(once.id(), second).statusCode(200);

        assertEquals(first, holder.extract().jsonPath().getLong("position"));
        assertEquals("message", holder.extract().jsonPath().getString("type"));
    }

    @Test
    void anIdGivenUpFirstIsHeldByItsVoid() {
        Event.Message late = talk.message(Talk.id(), wren, "too late", null, null);
        long given = talk.giveUp(wren, late.id());
        long arrived = talk.write(late);

        ValidatableResponse holder = holder(late.id(), arrived).statusCode(200);

        assertEquals("voided", holder.extract().jsonPath().getString("type"));
        assertEquals(given, holder.extract().jsonPath().getLong("position"));
    }

    @Test
    void anIdNobodyCarriesIsNotFoundAndAnUnreadPositionIsUnavailable() {
        long said = talk.say(wren, "hello");

        holder(Talk.id(), said).statusCode(404);
        holder(Talk.id(), said + 1_000_000).statusCode(503);
    }

    @Test
    void theTargetTellsItsAuthorAndState() {
        long said = talk.say(wren, "hello");
        long deleted = talk.delete(wren, said);
        holder(Talk.id(), deleted).statusCode(404);

        var target = target(said).statusCode(200).extract().jsonPath();

        assertEquals(wren, target.getString("from"));
        assertEquals("message", target.getString("type"));
        assertTrue(target.getBoolean("deleted"));
        target(deleted).statusCode(404);
    }

    @Test
    void withoutTheServiceKeyThereIsNothing() {
        given().queryParam("conversation", talk.conversation())
                .queryParam("position", 1)
                .get(Internal.TARGET)
                .then()
                .statusCode(404);
    }

    @Test
    void questionsWithoutFormAreRefused() {
        keyed().body("{}").post(Internal.HOLDER).then().statusCode(400);
        keyed().get(Internal.TARGET).then().statusCode(400);
    }

    private ValidatableResponse holder(String id, long past) {
        return keyed().body(new HolderQuery(talk.conversation(), wren, id, past))
                .post(Internal.HOLDER)
                .then();
    }

    private ValidatableResponse target(long position) {
        return keyed().queryParam("conversation", talk.conversation())
                .queryParam("position", position)
                .get(Internal.TARGET)
                .then();
    }

    private static RequestSpecification keyed() {
        return given().header(Internal.KEY_HEADER, KEY).contentType(ContentType.JSON);
    }
}
