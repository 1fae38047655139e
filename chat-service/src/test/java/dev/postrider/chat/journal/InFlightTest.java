package dev.postrider.chat.journal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.fake.FakeTime;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private final FakeTime time = new FakeTime();
    private final InFlight inFlight = new InFlight(3, 5_000, time);

    @Test
    void doorClosesWhenNothingWasAcknowledgedForFiveSeconds() {
        inFlight.begin();
        time.advance(4_999);
        assertTrue(inFlight.open());
        time.advance(1);
        assertFalse(inFlight.open());
    }

    @Test
    void anAcknowledgementOpensItAgainATimeOutDoesNot() {
        inFlight.begin();
        inFlight.begin();
        time.advance(5_000);
        inFlight.end(false);
        assertFalse(inFlight.open());
        inFlight.begin();
        inFlight.end(true);
        assertTrue(inFlight.open());
    }

    @Test
    void longPauseWithoutAppendsDoesNotCloseIt() {
        time.advance(60_000);
        assertTrue(inFlight.open());
        inFlight.begin();
        assertTrue(inFlight.open());
    }

    @Test
    void atMostSoManyAreUnderWay() {
        inFlight.begin();
        inFlight.begin();
        inFlight.begin();
        assertFalse(inFlight.open());
        inFlight.end(true);
        assertTrue(inFlight.open());
    }
}
