package dev.postrider.auth.token;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.postrider.auth.support.Person;
import dev.postrider.auth.support.Servers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
@TestProfile(SecureCookiesTest.Https.class)
class SecureCookiesTest {
    private static final String ORIGIN = "https://chat.example";

    @Test
    void overHttpsCookiesAreSecureAndCarryTheProtectingPrefixes() {
        Person wren = Person.registered("wren");

        Response in = wren.tryLogin(wren.password());

        Cookie access = in.detailedCookie("__Host-postrider_access");
        Cookie refresh = in.detailedCookie("__Secure-postrider_refresh");
        assertThat(access.isSecured(), is(true));
        assertThat(access.getPath(), equalTo("/"));
        assertThat(refresh.isSecured(), is(true));
        assertThat(refresh.getPath(), equalTo("/api/auth"));
        Cookie device = in.detailedCookie("__Secure-postrider_device");
        assertThat(device.isSecured(), is(true));
        assertThat(device.isHttpOnly(), is(true));
        assertThat(device.getPath(), equalTo("/api/auth"));
        int me = wren.calls()
                .cookie("__Host-postrider_access", access.getValue())
                .get("/api/auth/me")
                .statusCode();
        assertThat(me, equalTo(200));
    }

    /** An installation on https. */
    public static class Https implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("postrider.public-origins", ORIGIN);
        }
    }
}
