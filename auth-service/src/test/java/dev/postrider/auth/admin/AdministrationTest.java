package dev.postrider.auth.admin;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.postrider.auth.support.ControlTail;
import dev.postrider.auth.support.Person;
import dev.postrider.auth.support.Servers;
import dev.postrider.auth.token.TokenHash;
import dev.postrider.base.identity.TokenVerifier;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.rest.User;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
@TestProfile(AdministrationTest.Run.class)
class AdministrationTest {
    private static final String NAMED = "rowan.runs.it";
    private static final String PASSWORD = "a quiet " + NAMED + " walk";

    @Inject
    ControlTail control;

    @Inject
    TokenVerifier verifier;

    @Inject
    Pool pool;

    @Test
    void whomTheConfigurationNamesIsAnAdministratorOfOneselfAndInTheToken() {
        Person.Browser admin = named();

        admin.calls().get("/api/auth/me").then().body("user.role", equalTo("admin"));
        assertThat(verifier.verify(admin.access()).scopes().contains("admin"), is(true));
        invited("moss").browser().calls().get("/api/auth/me").then().body("user.role", equalTo("user"));
    }

    @Test
    void nobodyElseMayAdminister() {
        Person moss = invited("moss");
        Person.Browser browser = moss.browser();

        browser.calls().get("/api/admin/users").then().statusCode(403).body("code", equalTo("forbidden"));
        change(browser, moss.id(), Map.of("role", "admin")).statusCode(403);
        browser.calls().post("/api/admin/users/" + moss.id() + "/reset").then().statusCode(403);
        browser.calls().body("{}").post("/api/admin/invites").then().statusCode(403);
        moss.calls().get("/api/admin/users").then().statusCode(401);
    }

    @Test
    void everybodyIsListedWithTheirRoles() {
        Person.Browser admin = named();
        Person fern = invited("fernlisted");
        change(admin, fern.id(), Map.of("deactivated", true)).statusCode(200);

        admin.calls()
                .queryParam("query", "FernListed")
                .get("/api/admin/users")
                .then()
                .statusCode(200)
                .body("users.id", contains(fern.id()))
                .body("users[0].role", equalTo("user"))
                .body("users[0].deactivated", is(true));
        Response page = admin.calls().queryParam("limit", 1).get("/api/admin/users");
        page.then().statusCode(200).body("users.size()", equalTo(1));
        admin.calls()
                .queryParam("after", page.<String>path("next"))
                .get("/api/admin/users")
                .then()
                .body("users.size()", greaterThanOrEqualTo(1));
    }

    @Test
    void theRoleIsGivenAndItsLossEndsEverySessionAtOnce() {
        Person.Browser admin = named();
        Person moss = invited("moss");
        change(admin, moss.id(), Map.of("role", "admin")).statusCode(200).body("user.role", equalTo("admin"));
        Person.Browser mossRuns = moss.browser();
        mossRuns.calls().get("/api/admin/users").then().statusCode(200);
        String session = verifier.verify(mossRuns.access()).sessionId();

        change(admin, moss.id(), Map.of("role", "user")).statusCode(200).body("user.role", equalTo("user"));

        mossRuns.calls().get("/api/admin/users").then().statusCode(401);
        mossRuns.tryRefresh().then().statusCode(401);
        await().atMost(Duration.ofSeconds(1)).until(() -> control.heardEndOf(session));
        moss.browser().calls().get("/api/admin/users").then().statusCode(403);
    }

    @Test
    void anAdministratorAlwaysStays() {
        Person.Browser admin = named();
        String id = admin.calls().get("/api/auth/me").path("user.id");
        Person moss = invited("moss");
        change(admin, moss.id(), Map.of("role", "admin")).statusCode(200);
        Person.Browser mossRuns = moss.browser();

        change(mossRuns, moss.id(), Map.of("role", "user")).statusCode(403);
        change(mossRuns, moss.id(), Map.of("deactivated", true)).statusCode(403);
        change(mossRuns, id, Map.of("role", "user")).statusCode(403);
        change(mossRuns, id, Map.of("deactivated", true)).statusCode(403);

        assertThat(admin.meStatus(), equalTo(200));
        assertThat(mossRuns.meStatus(), equalTo(200));
    }

    @Test
    void whoIsDeactivatedIsSignedOutShownAsSuchAndLetInAgain() {
        Person.Browser admin = named();
        Person fern = invited("fern");
        Person.Browser browser = fern.browser();
        String session = verifier.verify(browser.access()).sessionId();

        change(admin, fern.id(), Map.of("deactivated", true)).statusCode(200).body("user.deactivated", is(true));

        assertThat(browser.meStatus(), equalTo(401));
        browser.tryRefresh().then().statusCode(401);
        fern.tryLogin(fern.password()).then().statusCode(401);
        admin.calls().get("/api/users/" + fern.id()).then().body("user.deactivated", is(true));
        await().atMost(Duration.ofSeconds(1))
                .until(() -> control.heardEndOf(session)
                        && Boolean.TRUE.equals(told(fern).deactivated()));

        change(admin, fern.id(), Map.of("deactivated", false)).statusCode(200).body("user.deactivated", nullValue());

        fern.tryLogin(fern.password()).then().statusCode(200);
        assertThat(browser.meStatus(), equalTo(401));
        await().atMost(Duration.ofSeconds(1)).until(() -> told(fern).deactivated() == null);
    }

    @Test
    void aResetCodeSetsANewPasswordOnce() {
        Person.Browser admin = named();
        Person fern = invited("fern");
        Person.Browser before = fern.browser();
        String first = code(admin, fern);
        String code = code(admin, fern);

        reset(fern, first, "another quiet walk").then().statusCode(401);
        reset(fern, code, "another quiet walk").then().statusCode(204);

        assertThat(before.meStatus(), equalTo(401));
        fern.tryLogin(fern.password()).then().statusCode(401);
        fern.tryLogin("another quiet walk").then().statusCode(200);
        reset(fern, code, "a third quiet walk").then().statusCode(401);
    }

    @Test
    void whoIsDeactivatedIsLetInByNoCode() {
        Person.Browser admin = named();
        Person fern = invited("fern");
        String code = code(admin, fern);
        change(admin, fern.id(), Map.of("deactivated", true)).statusCode(200);
        admin.calls().post("/api/admin/users/" + fern.id() + "/reset").then().statusCode(403);
        change(admin, fern.id(), Map.of("deactivated", false)).statusCode(200);

        reset(fern, code, "another quiet walk").then().statusCode(401);
    }

    @Test
    void anInvitationLetsInAsManyAsItSays() {
        Person.Browser admin = named();
        String code = invite(
                admin,
                Map.of("uses", 2, "expiresAt", Instant.now().plusSeconds(600).toString()));

        register("birch", code).statusCode(201);
        register("birch", code).statusCode(201);
        register("birch", code).statusCode(403).body("code", equalTo("registration-closed"));
        register("birch", null).statusCode(403);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Person.Browser admin = named();
        List<Map<String, Object>> odd =
                List.of(Map.of("uses", 0), Map.of("uses", 10_001), Map.of("expiresAt", Instant.EPOCH.toString()));

        odd.forEach(body ->
                admin.calls().body(body).post("/api/admin/invites").then().statusCode(400));
        change(admin, "01ARZ3NDEKTSV4RRFFQ69G5FAV", Map.of("role", "admin")).statusCode(404);
        change(admin, "nobody", Map.of("role", "admin")).statusCode(404);
        change(admin, admin.calls().get("/api/auth/me").path("user.id"), Map.of("role", "emperor"))
                .statusCode(400);
        admin.calls()
                .queryParam("limit", 201)
                .get("/api/admin/users")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("limit"));
    }

    private User told(Person person) {
        return control.heard().stream()
                .filter(one -> one instanceof ControlRecord.Profile profile
                        && profile.user().id().equals(person.id()))
                .map(one -> ((ControlRecord.Profile) one).user())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static ValidatableResponse change(Person.Browser admin, String id, Map<String, Object> change) {
        return admin.calls().body(change).patch("/api/admin/users/" + id).then();
    }

    private static String code(Person.Browser admin, Person of) {
        return admin.calls()
                .post("/api/admin/users/" + of.id() + "/reset")
                .then()
                .statusCode(200)
                .extract()
                .path("code");
    }

    private static Response reset(Person person, String code, String next) {
        return person.calls()
                .body(Map.of("username", person.username(), "code", code, "next", next))
                .post("/api/auth/reset");
    }

    private static String invite(Person.Browser admin, Map<String, Object> body) {
        return admin.calls()
                .body(body)
                .post("/api/admin/invites")
                .then()
                .statusCode(201)
                .extract()
                .path("invite.code");
    }

    private static ValidatableResponse register(String like, @Nullable String invite) {
        String username = like + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        return register(username, "a quiet " + username + " walk", invite);
    }

    private static ValidatableResponse register(String username, String password, @Nullable String invite) {
        Map<String, String> body = new HashMap<>(Map.of("username", username, "password", password));
        if (invite != null) {
            body.put("invite", invite);
        }
        return Person.from(Person.randomAddress())
                .body(body)
                .post("/api/auth/register")
                .then();
    }

    /** Somebody whom an administrator has invited. */
    private Person invited(String like) {
        String username = like + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        String password = "a quiet " + username + " walk";
        String id = register(username, password, invite(named(), Map.of()))
                .statusCode(201)
                .extract()
                .path("user.id");
        return new Person(username, password, id, Person.randomAddress());
    }

    /** The one whom the configuration names: the first to come in, by an invitation that nobody made here. */
    private synchronized Person.Browser named() {
        Person rowan = new Person(NAMED, PASSWORD, "", Person.randomAddress());
        if (rowan.tryLogin(PASSWORD).statusCode() != 200) {
            String code = "code-" + ThreadLocalRandom.current().nextLong();
            pool.preparedQuery("insert into invites (code_hash, created_by, uses_left) values (?, '', 1)")
                    .execute(Tuple.of(TokenHash.of(code)))
                    .await()
                    .atMost(Duration.ofSeconds(10));
            register(NAMED, PASSWORD, code).statusCode(201);
        }
        return rowan.browser();
    }

    /** An installation that one must be invited to, run by one who is named. */
    public static class Run implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("auth.registration", "invitation", "auth.admins", NAMED);
        }
    }
}
