package dev.postrider.auth.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody with an account, and the calls they make. Each has an address of their own, so that limits do not mix. */
public record Person(String username, String password, String id, String address) {
    public static final String ORIGIN = "http://localhost:8080";
    public static final String ACCESS = "postrider_access";
    public static final String REFRESH = "postrider_refresh";
    public static final String DEVICE = "postrider_device";

    /** Registers under a fresh name. */
    public static Person registered(String like) {
        String username = like + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        String password = "a quiet " + username + " walk";
        String address = randomAddress();
        Response answer = from(address)
                .body(Map.of("username", username, "password", password))
                .post("/api/auth/register");
        return new Person(
                username, password, answer.then().statusCode(201).extract().path("user.id"), address);
    }

    public static String randomAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(1, 255));
    }

    public static RequestSpecification from(String address) {
        return given().contentType(ContentType.JSON).header("X-Forwarded-For", address);
    }

    public RequestSpecification calls() {
        return from(address);
    }

    public Response tryLogin(String with) {
        return calls().body(Map.of("username", username, "password", with)).post("/api/auth/login");
    }

    /** Signs in as a browser. */
    public Browser browser() {
        Response in = tryLogin(password).then().statusCode(200).extract().response();
        return new Browser(this, in.cookie(ACCESS), in.cookie(REFRESH), in.cookie(DEVICE));
    }

    /** Signs in as a program; the answer holds the tokens. */
    public Response program() {
        return calls().body(Map.of("username", username, "password", password, "mode", "token"))
                .post("/api/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    /** A signed-in browser with its cookies of the moment. */
    public record Browser(Person person, String access, String refresh, String device) {
        /** A call as a page of ours makes it. */
        public RequestSpecification calls() {
            return person.calls().header("Origin", ORIGIN).cookie(ACCESS, access);
        }

        /** A call under /api/auth, where the refresh cookie goes too. */
        public RequestSpecification authCalls() {
            return calls().cookie(REFRESH, refresh);
        }

        public Response tryRefresh() {
            return person.calls()
                    .header("Origin", ORIGIN)
                    .cookie(REFRESH, refresh)
                    .post("/api/auth/refresh");
        }

        /** Signs in again, or fails to, where this browser is known, from some address. */
        public Response tryLogin(String with) {
            return tryLoginAs(person, with);
        }

        /** The same for somebody else's account. */
        public Response tryLoginAs(Person other, String with) {
            return from(randomAddress())
                    .header("Origin", ORIGIN)
                    .cookie(DEVICE, device)
                    .body(Map.of("username", other.username, "password", with))
                    .post("/api/auth/login");
        }

        public int meStatus() {
            return calls().get("/api/auth/me").statusCode();
        }
    }
}
