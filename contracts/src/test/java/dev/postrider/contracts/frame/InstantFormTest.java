package dev.postrider.contracts.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the platform's own formatter. */
class InstantFormTest {
    private static final DateTimeFormatter PLATFORM =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "2000-02-29T12:00:00.001Z",
                "2026-11-29T00:00:00.1Z",
                "0000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59.999Z",
                "9999-12-31T23:59:59.999Z",
                "+10000-01-01T00:00:00Z"
            })
    void theEdgesAreWrittenAsThePlatformWritesThem(String text) {
        Instant instant = Instant.parse(text);

        assertEquals(PLATFORM.format(instant), InstantForm.text(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "1.5", "1e3", "true", "[]", "{}", "\"\"", "\"soon\"", "\"+10000-01-01T00:00:00Z\""})
    void onlyTextIsReadAsAnInstant(String json) {
        assertThrows(JsonProcessingException.class, () -> Json.mapper().readValue(json, Instant.class));
    }

    @Test
    void anyInstantIsWrittenAsThePlatformWritesIt() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-62_167_219_200L, 253_402_300_800L), random.nextInt(1_000_000_000));

            assertEquals(PLATFORM.format(instant), InstantForm.text(instant));
        }
    }
}
