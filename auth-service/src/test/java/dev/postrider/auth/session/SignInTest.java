package dev.postrider.auth.session;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.postrider.auth.support.Person;
import dev.postrider.auth.support.Servers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class SignInTest {
    private static final Set<String> CLAIMS = Set.of(
            "iss",
            "aud",
            "sub",
            "sid",
            "typ",
            "scope",
            "iat",
            "exp",
            "jti",
            "preferred_username",
            "name",
            "color",
            "bot");

    @Test
    void aBrowserGetsTwoStrictHttpOnlyCookiesAndNoTokenInTheBody() {
        Person wren = Person.registered("wren");

        Response in = wren.tryLogin(wren.password());

        in.then().statusCode(200).body("user.id", equalTo(wren.id())).body("expiresInSeconds", equalTo(900));
        in.then().body("accessToken", nullValue()).body("refreshToken", nullValue());
        Cookie access = in.detailedCookie(Person.ACCESS);
        Cookie refresh = in.detailedCookie(Person.REFRESH);
        assertThat(access.getPath(), equalTo("/"));
        assertThat(refresh.getPath(), equalTo("/api/auth"));
        for (Cookie cookie : new Cookie[] {access, refresh}) {
            assertThat(cookie.isHttpOnly(), is(true));
            assertThat(cookie.getSameSite(), equalTo("Strict"));
            assertThat(cookie.getDomain(), nullValue());
            assertThat("the public origin is http", cookie.isSecured(), is(false));
        }
        assertThat(in.header("Cache-Control"), equalTo("no-store"));
    }

    @Test
    void aProgramGetsItsTokensInTheBodyAndNoCookies() {
        Person moss = Person.registered("moss");

        Response in = moss.program();

        in.then().body("accessToken", notNullValue()).body("refreshToken", notNullValue());
        assertThat(in.cookies().isEmpty(), is(true));
        moss.calls()
                .header("Authorization", "Bearer " + in.path("accessToken"))
                .get("/api/auth/me")
                .then()
                .statusCode(200)
                .body("user.username", equalTo(moss.username()))
                .body("user.role", equalTo("user"))
                .body("user.availability", equalTo("auto"));
    }

    @Test
    void anAccessTokenNamesItsOwnerAndTellsNothingElseOfThem() {
        Person moss = Person.registered("moss");

        String token = moss.program().path("accessToken");

        String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        JsonPath claims = JsonPath.from(payload);
        assertThat(claims.getString("sub"), equalTo(moss.id()));
        assertThat(claims.getString("preferred_username"), equalTo(moss.username()));
        assertThat(claims.getString("name"), equalTo(moss.username()));
        assertThat(claims.getMap("").keySet(), equalTo(CLAIMS));
    }

    @Test
    void aCookieAndABearerHeaderBothSignIn() {
        Person.Browser browser = Person.registered("juniper").browser();

        int byCookie = browser.meStatus();
        int byBearer = browser.person()
                .calls()
                .header("Authorization", "Bearer " + browser.access())
                .get("/api/auth/me")
                .statusCode();

        assertThat(byCookie, equalTo(200));
        assertThat(byBearer, equalTo(200));
    }

    @Test
    void nobodyGetsAProblemThatSaysSignedOut() {
        Response answer = Person.from(Person.randomAddress()).get("/api/auth/me");

        answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("signed-out"))
                .body("status", equalTo(401))
                .body("traceId", notNullValue())
                .body("title", notNullValue());
    }

    @Test
    void aForgedTokenIsWorthNothing() {
        String access = Person.registered("wren").browser().access();
        String forged = access.substring(0, access.length() - 6) + "AAAAAA";

        Response answer = Person.from(Person.randomAddress())
                .header("Authorization", "Bearer " + forged)
                .get("/api/auth/me");

        answer.then().statusCode(401).body("code", equalTo("signed-out"));
    }

    @Test
    void aCookieCallFromAForeignPageIsRefused() {
        Person.Browser browser = Person.registered("moss").browser();

        Response foreign = browser.person()
                .calls()
                .header("Origin", "http://elsewhere.example")
                .cookie(Person.ACCESS, browser.access())
                .body("{\"displayName\":\"Taken\"}")
                .patch("/api/auth/me");
        Response without = browser.person()
                .calls()
                .cookie(Person.ACCESS, browser.access())
                .body("{\"displayName\":\"Taken\"}")
                .patch("/api/auth/me");

        foreign.then().statusCode(403).body("code", equalTo("foreign-origin"));
        without.then().statusCode(403).body("code", equalTo("foreign-origin"));
    }
}
