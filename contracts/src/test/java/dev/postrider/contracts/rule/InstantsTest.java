package dev.postrider.contracts.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-29T20:00:00.000Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"})
    void anInstantWithAYearOfFourDigitsIsTaken(String text) {
        assertEquals(Optional.of(Instant.parse(text)), Instants.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z"
            })
    void whatNoPartCanCountInMillisecondsIsNone(String text) {
        assertEquals(Optional.empty(), Instants.read(text));
    }

    @Test
    void anythingElseIsNone() {
        assertEquals(Optional.empty(), Instants.read("yesterday"));
        assertEquals(Optional.empty(), Instants.read(""));
    }
}
