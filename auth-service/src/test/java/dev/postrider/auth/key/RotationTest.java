package dev.postrider.auth.key;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.postrider.auth.support.ControlTail;
import dev.postrider.auth.support.Person;
import dev.postrider.auth.support.Servers;
import dev.postrider.auth.support.ShiftedClock;
import dev.postrider.contracts.control.ControlRecord;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class RotationTest {
    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource(value = "/keys/rotate", management = true)
    URI rotate;

    @Inject
    ShiftedClock clock;

    @Inject
    ControlTail control;

    @AfterEach
    void presentAgain() {
        clock.back();
    }

    @Test
    void aNewKeyIsPublishedAtOnceSignsAfterTheLeadAndOldTokensStayGood() {
        Person.Browser before = Person.registered("wren").browser();

        Response rotated = given().header("Postrider-Service-Key", "development-service-key")
                .post(rotate);

        String kid = rotated.then().statusCode(200).extract().path("kid");
        assertThat(publishedKeys(), hasItems(kid, keyIdOf(before.access())));
        await().untilAsserted(() -> assertThat(toldOnControl(kid), is(true)));
        Person.Browser meanwhile = before.person().browser();
        assertThat("signs only once all know it", keyIdOf(meanwhile.access()), not(equalTo(kid)));
        clock.advance(Duration.ofSeconds(91));
        Person.Browser after = before.person().browser();
        assertThat(keyIdOf(after.access()), equalTo(kid));
        assertThat(after.meStatus(), equalTo(200));
        assertThat(before.meStatus(), equalTo(200));
    }

    @Test
    void bothPathsPublishPublicPartsOnly() {
        Response jwks = given().get("/.well-known/jwks.json");

        jwks.then()
                .statusCode(200)
                .body("keys[0].kty", equalTo("EC"))
                .body("keys[0].crv", equalTo("P-256"))
                .body("keys[0].alg", equalTo("ES256"))
                .body("keys[0].use", equalTo("sig"));
        assertThat(jwks.asString(), not(containsString("\"d\"")));
    }

    @Test
    void nobodyRotatesWithoutTheServiceKey() {
        int count = publishedKeys().size();

        Response refused = given().header("Postrider-Service-Key", "guessed").post(rotate);

        assertThat(refused.statusCode(), equalTo(404));
        assertThat(publishedKeys(), hasSize(count));
    }

    private boolean toldOnControl(String kid) {
        return control.heard().stream()
                .anyMatch(one -> one instanceof ControlRecord.Keys keys
                        && keys.jwks().toString().contains(kid));
    }

    private static List<String> publishedKeys() {
        return given().get("/api/auth/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .path("keys.kid");
    }

    private static String keyIdOf(String token) {
        String header = new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))));
        return header.replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
    }
}
