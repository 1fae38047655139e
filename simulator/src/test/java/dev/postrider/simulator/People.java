package dev.postrider.simulator;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.internal.Target;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.Ulids;
import dev.postrider.contracts.topic.Channels;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Two who talk to each other, and one who is a stranger to that and in the yard only at times; her channel is the second's. */
final class People {
    static final String WREN;
    static final String MOSS;
    static final String FERN;
    static final String TALK;

    static {
        SplittableRandom random = new SplittableRandom(7);
        WREN = Ulids.next(1_700_000_000_000L, random);
        String moss = Ulids.next(1_700_000_000_001L, random);
        while (Channels.of(moss) == Channels.of(WREN)) {
            moss = Ulids.next(1_700_000_000_001L, random);
        }
        MOSS = moss;
        String fern = Ulids.next(1_700_000_000_002L, random);
        while (Channels.of(fern) != Channels.of(MOSS)) {
            fern = Ulids.next(1_700_000_000_002L, random);
        }
        FERN = fern;
        TALK = ConversationId.direct(WREN, MOSS).text();
    }

    static final List<String> MEMBERS = List.of(WREN, MOSS);

    private People() {}

    /** What a device of theirs asks for; whether it is given is another matter. */
    static List<String> conversationsOf(String user) {
        return MEMBERS.contains(user) ? List.of(TALK, Yard.ROOM) : List.of(Yard.ROOM);
    }

    static User profile(String id) {
        String name = "u" + id.substring(16).toLowerCase(Locale.ROOT);
        return new User(id, name, "User", "#336699", false, null, null, null, null, null);
    }

    static Event.Message message(String conversation, String from, String id, String body) {
        return Event.Message.of(from, new ClientFrame.Send(id, conversation, body, null, null, null, null, null));
    }

    /** As if the other one had written it. */
    static Target byTheOther(Target target) {
        return new Target(
                target.conversation(),
                target.position(),
                target.from().equals(WREN) ? MOSS : WREN,
                target.id(),
                target.type(),
                target.deleted());
    }
}
