package dev.postrider.auth.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.postrider.auth.support.Person;
import dev.postrider.auth.support.Servers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class ProfileTest {

    @Test
    void aPatchKeepsWhatItDoesNotNameAndNullClears() {
        Person.Browser browser = Person.registered("wren").browser();
        browser.calls()
                .body(
                        "{\"displayName\":\"  Wren \",\"color\":\"#123abc\",\"status\":{\"text\":\"nesting\",\"emoji\":\"🪺\"}}")
                .patch("/api/auth/me")
                .then()
                .statusCode(200);

        Response changed = browser.calls()
                .body("{\"status\":null,\"availability\":\"dnd\",\"unheardOf\":1}")
                .patch("/api/auth/me");

        changed.then()
                .statusCode(200)
                .body("user.displayName", equalTo("Wren"))
                .body("user.color", equalTo("#123abc"))
                .body("user.status", nullValue())
                .body("user.availability", equalTo("dnd"));
    }

    @Test
    void everyWrongFieldOfAPatchIsNamedAndNothingIsChanged() {
        Person.Browser browser = Person.registered("moss").browser();

        Response refused = browser.calls()
                .body(
                        "{\"displayName\":\"Fine\",\"color\":\"red\",\"availability\":\"never\",\"status\":{\"text\":\"\"}}")
                .patch("/api/auth/me");

        refused.then().statusCode(400).body("errors.field", hasItems("color", "availability", "status.text"));
        browser.calls()
                .get("/api/auth/me")
                .then()
                .body("user.displayName", equalTo(browser.person().username()));
    }

    @Test
    void peopleAreFoundByTheBeginningOfTheirNamesPageByPage() {
        Person first = Person.registered("zephyr1");
        Person second = Person.registered("zephyr2");
        Person.Browser me = Person.registered("fern").browser();

        Response page =
                me.calls().queryParam("query", "ZEPHYR").queryParam("limit", 1).get("/api/users");
        Response rest = me.calls()
                .queryParam("query", "zephyr")
                .queryParam("limit", 1)
                .queryParam("after", page.<String>path("next"))
                .get("/api/users");

        page.then().statusCode(200).body("users.id", contains(first.id())).body("users[0].role", nullValue());
        rest.then().body("users.id", contains(second.id())).body("next", nullValue());
    }

    @Test
    void aPercentSignFindsNobody() {
        Person.Browser me = Person.registered("fern").browser();

        Response answer = me.calls().queryParam("query", "%").get("/api/users");

        answer.then().statusCode(200).body("users", hasSize(0));
    }

    @Test
    void peopleAreLookedUpByIdsAndUnknownOnesAreLeftOut() {
        Person other = Person.registered("juniper");
        Person.Browser me = Person.registered("wren").browser();

        Response found = me.calls()
                .queryParam("ids", other.id() + ",01ARZ3NDEKTSV4RRFFQ69G5FAV")
                .get("/api/users");
        Response malformed = me.calls().queryParam("ids", "../etc").get("/api/users");
        Response unknown = me.calls().get("/api/users/01ARZ3NDEKTSV4RRFFQ69G5FAV");

        found.then().statusCode(200).body("users.id", contains(other.id()));
        malformed.then().statusCode(400).body("errors.field", contains("ids"));
        unknown.then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void servicesLearnAvailabilityAndOthersDoNot() {
        Person.Browser browser = Person.registered("moss").browser();
        browser.calls()
                .body(Map.of("availability", "away"))
                .patch("/api/auth/me")
                .then()
                .statusCode(200);
        String id = browser.person().id();

        Response service = given().header("Postrider-Service-Key", "development-service-key")
                .queryParam("ids", id)
                .get("/internal/users");
        Response person = browser.calls().get("/api/users/" + id);

        service.then()
                .statusCode(200)
                .body("users[0].availability", equalTo("away"))
                .body("users[0].role", nullValue());
        person.then().body("user.availability", nullValue());
    }

    @Test
    void withoutTheServiceKeyThereIsNothingInside() {
        for (String path :
                new String[] {"/internal/users", "//internal/users", "/Internal/users", "/internal;x=1/users"}) {
            Response answer =
                    given().urlEncodingEnabled(false).queryParam("ids", "").get(path);

            assertThat(path, answer.statusCode(), equalTo(404));
        }
    }
}
