package dev.postrider.contracts.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogCodecTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{}",
                "{\"schema\":1}",
                "{\"schema\":1,\"type\":\"welcome\"}",
                "{\"schema\":1,\"type\":\"message\",\"conversation\":\"nowhere\"}",
                "{\"schema\":1,\"type\":\"message\",\"conversation\":\"feed:prices\",\"from\":\"feed:prices\"}",
                "{\"type\":\"message\",\"conversation\":\"feed:prices\"}"
            })
    void whatIsNoEventIsUnusable(String value) {
        assertInstanceOf(LogCodec.Reading.Unusable.class, LogCodec.read(value.getBytes(UTF_8), 1, Instant.EPOCH));
    }

    @Test
    void newerSchemaIsToldApartBeforeItsTypeIsLookedAt() {
        var reading = LogCodec.read("{\"schema\":2,\"type\":\"flown\"}".getBytes(UTF_8), 1, Instant.EPOCH);
        assertEquals(new LogCodec.Reading.Newer(2), reading);
    }

    @Test
    void recordHoldsNeitherPositionNorTime() {
        var event = new Event.Voided("feed:prices", 9, "a", "b", Instant.now());
        String record = new String(LogCodec.write(event), UTF_8);
        assertFalse(record.contains("position") || record.contains("\"at\""), record);
    }
}
