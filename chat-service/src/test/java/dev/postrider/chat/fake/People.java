package dev.postrider.chat.fake;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.MessageIds;
import dev.postrider.contracts.rule.Ulids;
import java.util.Random;

/** Made-up people and what they say. */
public final class People {
    private static final Random RANDOM = new Random(7);
    public static final String WREN = Ulids.next(1_700_000_000_000L, RANDOM);
    public static final String MOSS = Ulids.next(1_700_000_000_001L, RANDOM);
    public static final String DM = ConversationId.direct(WREN, MOSS).text();

    private People() {}

    public static synchronized String somebody() {
        return Ulids.next(1_700_000_000_002L, RANDOM);
    }

    public static synchronized String newId() {
        return MessageIds.next(1_700_000_000_000L, RANDOM);
    }

    public static ClientFrame.Send send(String id) {
        return new ClientFrame.Send(id, DM, "hello", null, null, null, null, null);
    }

    public static ClientFrame.Send again(String id) {
        return new ClientFrame.Send(id, DM, "hello", null, null, null, null, true);
    }

    public static Event.Message message() {
        return Event.Message.of(WREN, send(newId()));
    }
}
