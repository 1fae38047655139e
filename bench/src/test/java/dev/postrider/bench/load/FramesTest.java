package dev.postrider.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.bench.load.Frames.Kind;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.FrameCodec.Reading;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rule.MessageIds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static final String ANN = "01J9ZZZZZZZZZZZZZZZZZZZZZA";
    private static final String BEN = "01J9ZZZZZZZZZZZZZZZZZZZZZB";
    private static final String BOTH = "dm:" + ANN + ":" + BEN;
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void numbersAndRoundsComeBackFromRealFrames() {
        String id = MessageTag.id(NOW.toEpochMilli(), 4_095, 123_456_789_012L);
        assertTrue(MessageIds.isMessageId(id), id);

        String accepted = text(new ServerFrame.Accepted(id, BOTH, 42, NOW));

        assertEquals(Kind.ACCEPTED, Frames.kind(accepted));
        assertEquals(4_095, MessageTag.round(accepted, Frames.idAt(accepted)));
        assertEquals(123_456_789_012L, MessageTag.number(accepted, Frames.idAt(accepted)));
    }

    @Test
    void messagesAreReadAsTheCodecWritesThem() {
        String id = MessageTag.id(NOW.toEpochMilli(), 1, 7);
        String message = text(new Event.Message(
                BOTH,
                1_234_567,
                id,
                ANN,
                "a body with \"id\":\"no\" in it",
                NOW,
                null,
                null,
                null,
                null,
                null,
                null,
                null));

        assertEquals(Kind.MESSAGE, Frames.kind(message));
        assertEquals(7, MessageTag.number(message, Frames.idAt(message)));
        assertEquals(1_234_567, Frames.position(message));
        assertEquals(BOTH, Frames.conversation(message));
    }

    @Test
    void whatIsSentIsWhatTheCodecTakes() {
        SplittableRandom random = new SplittableRandom(1);
        Bodies bodies = new Bodies(random);
        for (int i = 0; i < 1_000; i++) {
            String body = bodies.next();
            String sent = Frames.send(MessageTag.id(NOW.toEpochMilli(), 1, i), BOTH, body);
            Reading.Good good = (Reading.Good) FrameCodec.readClient(sent);
            assertEquals(body, ((ClientFrame.Send) good.frame()).body());
        }
        assertEquals(
                new ClientFrame.Read(BOTH, 12, null),
                ((Reading.Good) FrameCodec.readClient(Frames.mark("read", BOTH, 12))).frame());
        assertEquals(new ClientFrame.Ping("bench"), ((Reading.Good) FrameCodec.readClient(Frames.PING)).frame());
    }

    private static String text(ServerFrame frame) {
        return new String(FrameCodec.write(frame), StandardCharsets.UTF_8);
    }
}
