package dev.postrider.e2e.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import dev.postrider.testkit.raw.Door;
import dev.postrider.testkit.raw.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever a request says, at the gateway or at the door of the service itself, the answer is fair. */
@WithSuite
class HostileRequestsTest {
    private static final List<Route> ROUTES = Routes.all();
    private static final List<String> FORGED = List.of(
            "X-User-Id",
            "X-Forwarded-User",
            "X-Remote-User",
            "X-Postrider-User",
            "X-Authenticated-Userid",
            "Forwarded",
            "X-Forwarded-For");

    private static final List<String> OPERATORS = List.of(
            "/q/metrics",
            "/q/health",
            "/q/health/ready",
            "/q/keys/rotate",
            "/q/rebuild",
            "/q/openapi",
            "/q/dev",
            "/q/arc");

    private static final int OVER = 65_537;

    private final Suite suite;

    HostileRequestsTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void theDescriptionsNameEveryKindOfRoute() {
        assertTrue(ROUTES.size() > 50, ROUTES::toString);
        assertTrue(ROUTES.stream().filter(route -> route.body() != null).count() > 12, ROUTES::toString);
    }

    @TestFactory
    Stream<DynamicTest> oddBodiesAreRefused() {
        return doors(route -> route.body() != null, this::oddBodies);
    }

    @TestFactory
    Stream<DynamicTest> oddValuesAreAnsweredFairly() {
        return doors(route -> !route.parameters().isEmpty(), this::oddValues);
    }

    /** At the services' own doors, where no gateway takes anything off. */
    @TestFactory
    Stream<DynamicTest> whoOnlySaysWhoTheyAreIsNobody() {
        return ROUTES.stream()
                .filter(Route::secured)
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> nobody(route)));
    }

    @Test
    void whatIsInsideIsHiddenFromWhoeverHasNoKey() {
        Victim wren = Victim.of(suite);
        List<String> inside = List.of(
                Internal.USERS + "?ids=" + wren.id(),
                Internal.HOLDERS,
                Internal.TARGET,
                "/internal",
                "/INTERNAL/users");
        for (String key : List.of("", "guess", "null", wren.token(), "*")) {
            assertHidden(inside, Internal.KEY_HEADER + ": " + key, Door.bearer(wren.token()));
        }
    }

    /** Health, metrics and the commands of operators have ports of their own. */
    @Test
    void whatIsForOperatorsIsBehindNoOtherDoor() {
        assertHidden(OPERATORS, Door.bearer(Victim.of(suite).token()));
    }

    private void assertHidden(List<String> targets, String... headers) {
        for (String part : List.of("gateway", "auth-service", "history-service", "chat-service")) {
            for (String target : targets) {
                for (String method : List.of("GET", "POST")) {
                    String what = part + " " + method + " " + target;
                    assertHidden(what, suite.door(part).json(method, target, "{}", headers));
                }
            }
        }
    }

    private Stream<DynamicTest> doors(Predicate<Route> wanted, BiConsumer<Door, Route> trial) {
        return Stream.of(true, false)
                .flatMap(outside -> ROUTES.stream().filter(wanted).map(route -> {
                    Door door = suite.door(outside ? "gateway" : route.service());
                    return DynamicTest.dynamicTest(door.name() + ": " + route, () -> trial.accept(door, route));
                }));
    }

    private void oddBodies(Door door, Route route) {
        Victim victim = Victim.of(suite);
        String target = route.at(victim.places(route));
        for (Odd odd : OddBodies.of(Objects.requireNonNull(route.body()))) {
            Wire.Answer answer = door.send(route.method(), target, odd.body(), head(odd.type(), victim.bearer(route)));
            ProblemCode wanted = odd.wanted();
            if (wanted == null) {
                FairAnswer.check(odd.what(), answer);
            } else {
                FairAnswer.refused(odd.what(), answer, wanted);
            }
        }
        FairAnswer.refused(
                "too large",
                door.call(
                        route.method(),
                        target,
                        head("application/json", victim.bearer(route), "Content-Length: " + OVER)),
                ProblemCode.TOO_LARGE);
        assertUnharmed(victim);
    }

    private void oddValues(Door door, Route route) {
        Victim victim = Victim.of(suite);
        Map<String, String> places = victim.places(route);
        String body = route.body() == null ? "" : "{}";
        for (Route.Parameter parameter : route.parameters()) {
            List<String> values = new ArrayList<>(OddValues.ALL);
            values.addAll(door.name().equals("gateway") ? OddValues.NO_ADDRESS : List.of());
            for (String value : values) {
                Wire.Answer answer =
                        door.json(route.method(), route.at(places, parameter, value), body, victim.bearer(route));
                FairAnswer.check(parameter.name() + "=" + value, answer);
            }
        }
        assertUnharmed(victim);
    }

    private void nobody(Route route) {
        Victim wren = Victim.of(suite);
        String[] headers = Stream.concat(
                        FORGED.stream().map(name -> name + ": " + wren.id()),
                        Stream.of("Postrider-Service-Key: guess", "Cookie: user=" + wren.id()))
                .toArray(String[]::new);
        Wire.Answer answer =
                suite.door(route.service()).json(route.method(), route.at(wren.places(route)), "{}", headers);
        FairAnswer.refused(route.toString(), answer, ProblemCode.SIGNED_OUT);
    }

    /** The gateway has pages outside of /api, and one of its own for what is not there. */
    private static void assertHidden(String what, Wire.Answer answer) {
        if (answer.header("Content-Type").startsWith("text/html")) {
            assertEquals(404, answer.status(), what);
        } else {
            FairAnswer.refused(what, answer, ProblemCode.NOT_FOUND, ProblemCode.METHOD_NOT_ALLOWED);
        }
    }

    private void assertUnharmed(Victim victim) {
        assertEquals(
                200,
                suite.door("gateway")
                        .call("GET", "/api/sync", Door.bearer(victim.token()))
                        .status());
    }

    private static String[] head(@Nullable String type, String bearer, String... more) {
        List<String> head = new ArrayList<>(List.of(bearer));
        if (type != null) {
            head.add("Content-Type: " + type);
        }
        head.addAll(List.of(more));
        return head.toArray(String[]::new);
    }
}
