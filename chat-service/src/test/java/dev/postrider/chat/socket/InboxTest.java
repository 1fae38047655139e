package dev.postrider.chat.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.fake.FakeTime;
import dev.postrider.chat.limit.TokenBucket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final int FRAMES_MAX = 16;

    private final FakeTime time = new FakeTime();
    private final List<String> handed = new ArrayList<>();
    private final Deque<CompletableFuture<Void>> underWay = new ArrayDeque<>();
    private final List<String> steering = new ArrayList<>();
    private final Inbox.Reading reading = new Inbox.Reading() {
        @Override
        public void pause() {
            steering.add("pause");
        }

        @Override
        public void resume() {
            steering.add("resume");
        }
    };

    @Test
    void framesAreHandedOnInTheirOrder() {
        Inbox inbox = inbox(1_000, 1_000, 100);
        IntStream.range(0, 10).forEach(i -> inbox.offer("" + i));
        assertEquals(IntStream.range(0, 10).mapToObj(i -> "" + i).toList(), handed);
    }

    @Test
    void noMoreThanAllowedAreUnderWayAndAnAnswerMakesRoom() {
        Inbox inbox = inbox(1_000, 1_000, 2);
        IntStream.range(0, 4).forEach(i -> inbox.offer("" + i));
        assertEquals(List.of("0", "1"), handed);
        underWay.removeFirst().complete(null);
        assertEquals(List.of("0", "1", "2"), handed);
    }

    @Test
    void halfFullPausesReadingAQuarterFullResumesIt() {
        Inbox inbox = inbox(1_000, 1_000, 1);
        IntStream.range(0, 1 + FRAMES_MAX / 2).forEach(i -> inbox.offer("" + i));
        assertEquals(List.of("pause"), steering);
        assertTrue(inbox.paused());
        while (!underWay.isEmpty()) {
            underWay.removeFirst().complete(null);
        }
        assertEquals(List.of("pause", "resume"), steering);
    }

    @Test
    void fullRefusesAndNothingIsLost() {
        Inbox inbox = inbox(1_000, 1_000, 1);
        IntStream.range(0, 1 + FRAMES_MAX).forEach(i -> assertTrue(inbox.offer("" + i)));
        assertFalse(inbox.offer("too much"));
        while (!underWay.isEmpty()) {
            underWay.removeFirst().complete(null);
        }
        assertEquals(1 + FRAMES_MAX, handed.size());
    }

    @Test
    void fasterThanTheRateWaitsAndGoesOnByItself() {
        Inbox inbox = inbox(10, 2, 100);
        IntStream.range(0, 4).forEach(i -> inbox.offer("" + i));
        assertEquals(2, handed.size());
        time.advance(1_000);
        assertEquals(4, handed.size());
    }

    @Test
    void afterStopFramesVanishAndIdleComesWithTheLastAnswer() {
        Inbox inbox = inbox(1_000, 1_000, 100);
        inbox.offer("0");
        List<String> told = new ArrayList<>();
        inbox.stop(() -> told.add("idle"));
        inbox.offer("1");
        assertEquals(List.of(), told);
        underWay.removeFirst().complete(null);
        assertEquals(List.of("idle"), told);
        assertEquals(List.of("0"), handed);
    }

    private Inbox inbox(int perSecond, int burst, int underWayMax) {
        TokenBucket bucket = new TokenBucket(perSecond, burst, time.millis());
        return new Inbox(new Inbox.Bounds(FRAMES_MAX, 1_000_000, underWayMax), bucket, reading, time, time, frame -> {
            handed.add(frame);
            CompletableFuture<Void> answer = new CompletableFuture<>();
            underWay.add(answer);
            return answer;
        });
    }
}
