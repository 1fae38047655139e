package dev.postrider.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FlightTest {
    @Test
    void everyFateIsCountedOnce() {
        Flight flight = new Flight(4);
        for (int i = 0; i < 4; i++) {
            assertEquals(i, flight.next(1_000));
        }
        assertEquals(-1, flight.next(1_000));

        flight.accepted(0, 2_000);
        flight.seen(0, 5_000);
        flight.seen(0, 9_000);
        flight.accepted(1, 2_000);
        flight.addRejected();
        flight.seen(77, 1);

        assertEquals(4, flight.sent());
        assertEquals(2, flight.accepted());
        assertEquals(1, flight.lost());
        assertEquals(1, flight.doubled());
        assertEquals(1, flight.rejected());
        assertEquals(1, flight.unanswered());
        assertFalse(flight.landed());
    }

    @Test
    void anotherOrderThanSentIsToldFromComingLate() {
        Flight flight = new Flight(1);
        flight.follows(10, 1, 12, 2);
        flight.follows(12, 2, 11, 1);
        flight.follows(11, 3, 12, 2);

        assertEquals(1, flight.reordered());
        assertEquals(1, flight.overtaken());
    }

    @Test
    void latencyCountsFromTheIntendedTime() {
        Flight flight = new Flight(1);
        flight.next(1_000_000);
        flight.accepted(0, 3_000_000);
        flight.seen(0, 6_000_000);

        assertTrue(flight.landed());
        assertEquals(2.0, flight.answers().getMaxValue() / 1e6, 0.01);
        assertEquals(5.0, flight.deliveries().getMaxValue() / 1e6, 0.01);
    }
}
