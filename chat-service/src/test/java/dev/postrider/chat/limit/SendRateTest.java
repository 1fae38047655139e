package dev.postrider.chat.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.fake.FakeTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendRateTest {
    private final FakeTime time = new FakeTime();
    private final SendRate rate = new SendRate(5, 20, time);

    @Test
    void burstPassesThenTheWaitIsTold() {
        IntStream.range(0, 20).forEach(i -> assertEquals(0, rate.take("wren")));
        long wait = rate.take("wren");
        assertTrue(wait > 0 && wait <= 200, () -> "wait " + wait);
        time.advance(wait);
        assertEquals(0, rate.take("wren"));
    }

    @Test
    void onePersonsHasteHurtsNobodyElse() {
        IntStream.range(0, 100).forEach(i -> rate.take("wren"));
        assertEquals(0, rate.take("moss"));
    }
}
