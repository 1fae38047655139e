package dev.postrider.testkit.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private final Transcript<String> heard = new Transcript<>();

    @Test
    void whatWasHeardBeforeCountsToo() {
        heard.add("early");

        Optional<String> found = heard.await(Duration.ZERO, Optional::of);

        assertEquals(Optional.of("early"), found);
    }

    @Test
    void waitsForWhatIsStillToCome() {
        Thread.ofPlatform().daemon().start(() -> heard.add("late"));

        Optional<String> found = heard.await(Duration.ofSeconds(5), Optional::of);

        assertEquals(Optional.of("late"), found);
    }

    @Test
    void endWakesWhoWaits() {
        Thread.ofPlatform().daemon().start(heard::end);

        Optional<String> found = heard.await(Duration.ofMinutes(5), Optional::of);

        assertEquals(Optional.empty(), found);
    }
}
