package dev.postrider.chat.presence;

import dev.postrider.chat.room.Act;
import dev.postrider.chat.room.Membership.Standing;
import dev.postrider.chat.room.Rights;
import dev.postrider.chat.room.Roster;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.ConversationId.Direct;
import dev.postrider.contracts.rule.ConversationId.Room;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the others of a conversation that somebody is writing; best effort, never to oneself.
 *
 * <ul>
 *   <li>Only where they may write. In rooms of more than a hundred members nobody is told.
 *   <li>Between two of whom one has blocked the other nothing is told, and nobody is told that.
 * </ul>
 */
@ApplicationScoped
class TypingRelay {
    private static final Optional<Rights.Refusal> STRANGER =
            Optional.of(new Rights.Refusal(RejectCode.NOT_MEMBER, "no such conversation"));

    private final LiveFanout fanout;
    private final Company company;
    private final Clock clock;
    private final TypingGate gate;

    TypingRelay(LiveFanout fanout, Company company, PresenceConfig config, Clock clock) {
        this.fanout = fanout;
        this.company = company;
        this.clock = clock;
        this.gate = new TypingGate(config.typingEvery().toMillis(), config.typingRememberedMax());
    }

    /** Answers why not. What comes too soon after the last is dropped in silence, and so is all while nobody can tell. */
    Uni<Optional<Rights.Refusal>> relay(String user, ClientFrame.Typing frame) {
        boolean may = switch (ConversationId.parse(frame.conversation()).orElse(null)) {
            case Direct direct -> direct.has(user);
            case Room room -> true;
            case null, default -> false;
        };
        if (!may) {
            return Uni.createFrom().item(STRANGER);
        }
        if (!gate.passes(user, frame.conversation(), clock.millis())) {
            return Uni.createFrom().item(Optional.empty());
        }
        return company.standing(user, frame.conversation())
                .chain(standing -> standing instanceof Standing.Member member
                        ? relay(user, frame, member.roster())
                        : Uni.createFrom().item(STRANGER))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private Uni<Optional<Rights.Refusal>> relay(String user, ClientFrame.Typing frame, Roster roster) {
        Optional<Rights.Refusal> refusal = Rights.refusal(roster, user, Act.SEND);
        if (refusal.isPresent()) {
            return Uni.createFrom().item(refusal.filter(why -> why.code() != RejectCode.BLOCKED));
        }
        Collection<String> hearers = roster.hearersOfMarks(user);
        return company.blocked(user)
                .invoke(blocked -> fanout.send(others(hearers, user, blocked), typing(user, frame)))
                .replaceWith(Optional.empty());
    }

    private static List<String> others(Collection<String> hearers, String user, Set<String> blocked) {
        return hearers.stream()
                .filter(hearer -> !hearer.equals(user) && !blocked.contains(hearer))
                .toList();
    }

    private static ServerFrame typing(String user, ClientFrame.Typing frame) {
        return new ServerFrame.Typing(frame.conversation(), user, frame.thread());
    }
}
