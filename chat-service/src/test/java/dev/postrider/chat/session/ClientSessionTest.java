package dev.postrider.chat.session;

import static dev.postrider.chat.fake.People.WREN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.fake.FakeLine;
import dev.postrider.chat.fake.FakeTime;
import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientSessionTest {
    private final FakeTime time = new FakeTime();
    private final FakeLine line = new FakeLine();
    private final List<CloseCode> closings = new ArrayList<>();
    private final Instant start = time.clock.instant();
    private final ClientSession session = new ClientSession(
            new ClientSession.Identity("s", WREN, "sign-in", start.plusSeconds(900), null),
            line,
            new SessionLimits(1_000, 100, Duration.ofSeconds(60), Duration.ofSeconds(600)),
            start,
            (closed, code) -> closings.add(code));

    private void greet() {
        User user = new User(WREN, "wren", "Wren", "#336699", false, null, null, null, null, null);
        session.greet(new ServerFrame.Welcome("s", user, start, "AQ", Limits.DEFAULTS, 30, 900));
        line.written.clear();
    }

    private static Outgoing event(int bytes) {
        return Outgoing.event("e".repeat(bytes).getBytes(StandardCharsets.UTF_8));
    }

    private static Outgoing ephemeral(int bytes) {
        return Outgoing.ephemeral("t".repeat(bytes).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsSaidBeforeWelcomeAndNothingIsLost() {
        session.offer(event(10));
        assertEquals(List.of(), line.written);

        User user = new User(WREN, "wren", "Wren", "#336699", false, null, null, null, null, null);
        session.greet(new ServerFrame.Welcome("s", user, start, "AQ", Limits.DEFAULTS, 30, 900));

        assertEquals(2, line.written.size());
        assertTrue(line.written.getFirst().contains("\"welcome\""));
        assertEquals("e".repeat(10), line.written.getLast());
    }

    @Test
    void noMoreThanTheBoundIsInFlight() {
        greet();
        line.slow = true;
        for (int i = 0; i < 5; i++) {
            session.offer(event(60));
        }
        assertEquals(2, line.written.size());

        line.takeOne();
        assertEquals(3, line.written.size());
    }

    @Test
    void slowReadersLoseTypingFirstThenTheirSocket() {
        greet();
        line.slow = true;
        session.offer(event(100));
        session.offer(ephemeral(300));
        session.offer(event(600));
        session.offer(event(400));
        assertEquals(0, line.closeCode);

        session.offer(event(1));

        assertEquals(4008, line.closeCode);
        assertEquals(List.of(CloseCode.SLOW_READER), closings);
    }

    @Test
    void theSilentAreGivenUp() {
        greet();
        session.onTick(start.plusSeconds(60));
        assertEquals(0, line.closeCode);

        session.onTick(start.plusSeconds(61));

        assertEquals(4000, line.closeCode);
    }

    @Test
    void aSocketOutlivesItsTokenByTheGrace() {
        greet();
        session.onHeard(start.plusSeconds(1_500));
        session.onTick(start.plusSeconds(1_500));
        assertEquals(0, line.closeCode);

        session.onHeard(start.plusSeconds(1_501));
        session.onTick(start.plusSeconds(1_501));

        assertEquals(1008, line.closeCode);
    }

    @Test
    void renewedItGoesOn() {
        greet();
        session.onRenewed(start.plusSeconds(1_800));
        session.onHeard(start.plusSeconds(1_600));

        session.onTick(start.plusSeconds(1_600));

        assertEquals(0, line.closeCode);
    }

    @Test
    void theFirstCloseCounts() {
        session.close(CloseCode.SESSION_ENDED);
        session.close(CloseCode.BYE);
        session.onLost();
        session.offer(event(1));

        assertEquals(4001, line.closeCode);
        assertEquals(List.of(CloseCode.SESSION_ENDED), closings);
        assertEquals(List.of(), line.written);
    }

    @Test
    void whoIsAskedToLeaveStillHears() {
        greet();

        session.drain(new ServerFrame.Draining(500));
        session.offer(event(3));

        assertEquals(2, line.written.size());
        assertTrue(line.written.getFirst().contains("draining"));
    }
}
