package dev.postrider.e2e.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.testkit.raw.Wire;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What every answer to something hostile is: never a fault of ours, told as the contract says, and nothing of the inside. */
final class FairAnswer {
    private static final Pattern INSIDE =
            Pattern.compile("(?i)exception|dev\\.postrider|java[.x]*\\.|\\bat [a-z]+\\.[a-z]"
                    + "|quarkus|jackson|netty|vertx|hibernate|mariadb|mysql|kafka|redis"
                    + "|select .* from|insert into|delete from|update .* set|constraint|deserialize");
    private static final int REFUSED_MIN = 400;
    private static final int FAULT_MIN = 500;

    private FairAnswer() {}

    /** Whether it was done or refused. */
    static void check(String what, Wire.Answer answer) {
        assertTrue(answer.status() != ProblemCode.RATE.status(), () -> what + " was held up: " + answer);
        duringAFlood(what, answer);
    }

    /** Nothing of the inside stands in what was said. */
    static void tellsNothing(String what, String said) {
        assertFalse(INSIDE.matcher(said).find(), () -> what + ": " + said);
    }

    /** The same where it may be too much as well. */
    static void duringAFlood(String what, Wire.Answer answer) {
        assertTrue(answer.status() < FAULT_MIN, () -> what + ": " + answer);
        tellsNothing(what, answer.body());
        if (answer.status() >= REFUSED_MIN) {
            told(what, answer);
        }
    }

    /** It was refused with this code. */
    static void refused(String what, Wire.Answer answer, ProblemCode... codes) {
        check(what, answer);
        assertTrue(
                Arrays.stream(codes).anyMatch(code -> code.code().equals(codeOf(what, answer))),
                () -> what + ": wanted " + Arrays.toString(codes) + ", got " + answer);
    }

    /** It was refused, with whichever code of the contract. */
    static void refused(String what, Wire.Answer answer) {
        check(what, answer);
        assertTrue(answer.status() >= REFUSED_MIN, () -> what + " was taken: " + answer);
    }

    private static void told(String what, Wire.Answer answer) {
        assertTrue(answer.header("Content-Type").startsWith("application/problem+json"), () -> what + ": " + answer);
        JsonNode problem = json(what, answer.body());
        ProblemCode code = Arrays.stream(ProblemCode.values())
                .filter(one -> one.code().equals(problem.path("code").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + ": no code of the contract: " + answer));
        assertEquals(code.status(), answer.status(), () -> what + ": " + answer);
        assertEquals(code.status(), problem.path("status").asInt(), () -> what + ": " + answer);
        assertTrue(problem.path("traceId").asText().matches("[0-9a-f]{32}"), () -> what + ": " + answer);
    }

    private static String codeOf(String what, Wire.Answer answer) {
        return answer.body().isEmpty()
                ? ""
                : json(what, answer.body()).path("code").asText();
    }

    private static JsonNode json(String what, String body) {
        try {
            return Json.mapper().readTree(body);
        } catch (IOException broken) {
            throw new AssertionError(what + ": " + body, broken);
        }
    }
}
