package dev.postrider.chat.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.chat.ChatConfig;
import dev.postrider.contracts.frame.CloseCode;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CoolingOffTest {
    private Instant now = Instant.parse("2026-01-31T12:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = new Clock() {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return source.instant();
        }
    };
    private final CoolingOff coolingOff = new CoolingOff(
            clock,
            new SmallRyeConfigBuilder().withMapping(ChatConfig.class).build().getConfigMapping(ChatConfig.class));

    @Test
    void whoeverWasClosedForTooManyWaitsTenSecondsAndNobodyElseDoes() {
        coolingOff.closed("hasty", CloseCode.TOO_MANY);
        coolingOff.closed("slow", CloseCode.SLOW_READER);

        assertEquals(10, coolingOff.secondsLeft("hasty"));
        assertEquals(0, coolingOff.secondsLeft("slow"));
        assertEquals(0, coolingOff.secondsLeft("other"));

        now = now.plusMillis(9_001);
        assertEquals(1, coolingOff.secondsLeft("hasty"));
        now = now.plusMillis(999);
        assertEquals(0, coolingOff.secondsLeft("hasty"));
    }

    @Test
    void noMoreAreRememberedThanThereIsRoomForAndThoseWhoseTimeIsOverMakeRoom() {
        for (int number = 0; number < 10_001; number++) {
            coolingOff.closed("s" + number, CloseCode.TOO_MANY);
        }
        assertEquals(0, coolingOff.secondsLeft("s10000"));

        now = now.plusSeconds(11);
        coolingOff.closed("later", CloseCode.TOO_MANY);

        assertEquals(10, coolingOff.secondsLeft("later"));
    }
}
