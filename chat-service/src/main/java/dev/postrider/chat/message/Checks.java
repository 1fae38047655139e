package dev.postrider.chat.message;

import dev.postrider.chat.channel.Audience;
import dev.postrider.chat.room.Act;
import dev.postrider.chat.room.Membership;
import dev.postrider.chat.room.Membership.Standing;
import dev.postrider.chat.room.Rights;
import dev.postrider.chat.room.Roster;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.internal.Target;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** May this person do this now? Asked before anything is appended, so that a refusal is definite. */
public final class Checks {
    static final String NOT_MEMBER = "not a member, or no such conversation";

    private final Membership membership;
    private final Targets targets;
    private final SlowMode slow;
    private final Plenty plenty;
    private final SeenEmojis seen = new SeenEmojis();

    /** Where nobody has to wait for a turn, and nothing is counted. */
    public Checks(Membership membership, Targets targets) {
        this(membership, targets, SlowMode.NONE, Plenty.UNKNOWN);
    }

    public Checks(Membership membership, Targets targets, SlowMode slow, Plenty plenty) {
        this.membership = membership;
        this.targets = targets;
        this.slow = slow;
        this.plenty = plenty;
    }

    /** The outcome of all checks. */
    sealed interface Outcome {
        record Passed(Set<String> members) implements Outcome {}

        /** A member may not, or not this, or is one no more: an earlier attempt may stand in the log. */
        record Refused(RejectCode code, String detail) implements Outcome {}

        /** It is not their turn in a room in slow mode: the same again, later. */
        record TooSoon(long waitMillis) implements Outcome {}

        /** A stranger writes nothing into anybody's log, not even a void: no attempt of theirs can stand in it. */
        record Stranger() implements Outcome {}

        /** Nobody can tell now. */
        record Undecided() implements Outcome {}
    }

    /** Whoever is a member when what was appended is handed on. */
    Audience members(Event event) {
        return membership.members(event.conversation(), event.position());
    }

    /** Never completes exceptionally. */
    CompletionStage<Outcome> of(String userId, ClientFrame.Numbered frame) {
        return membership
                .of(userId, frame.conversation())
                .thenCompose(standing -> switch (standing) {
                    case Standing.Member member -> member(userId, frame, member.roster());
                    case Standing.Former former -> done(new Outcome.Refused(RejectCode.NOT_MEMBER, NOT_MEMBER));
                    case Standing.Stranger stranger -> done(new Outcome.Stranger());
                })
                .exceptionally(away -> new Outcome.Undecided());
    }

    private CompletionStage<Outcome> member(String userId, ClientFrame.Numbered frame, Roster roster) {
        return switch (frame) {
            case ClientFrame.Send send ->
                inTurn(
                        userId,
                        send,
                        roster,
                        judged(roster, userId, send.everyone() == null ? Act.SEND : Act.SEND_TO_EVERYONE));
            case ClientFrame.Edit edit -> ofLiving(edit, edit.position(), userId, roster, Act.EDIT, Act.EDIT_OTHERS);
            case ClientFrame.Delete delete ->
                ofLiving(delete, delete.position(), userId, roster, Act.DELETE, Act.DELETE_OTHERS);
            case ClientFrame.React react ->
                ofLiving(react, react.position(), userId, roster, Act.REACT, Act.REACT)
                        .thenCompose(outcome -> react.on() ? notTooMany(react, outcome) : done(outcome));
            case ClientFrame.Pin pin ->
                ofLiving(pin, pin.position(), userId, roster, Act.PIN, Act.PIN)
                        .thenCompose(outcome -> pin.on() ? notTooMany(pin, outcome) : done(outcome));
        };
    }

    /** The turn is taken last, when nothing else is in the way. */
    private CompletionStage<Outcome> inTurn(String userId, ClientFrame.Send send, Roster roster, Outcome outcome) {
        long every = Rights.millisBetweenSends(roster, userId);
        if (every == 0 || !(outcome instanceof Outcome.Passed)) {
            return done(outcome);
        }
        return slow.take(userId, send.conversation(), send.id(), every)
                .thenApply(wait -> wait == 0 ? outcome : new Outcome.TooSoon(wait));
    }

    private CompletionStage<Outcome> notTooMany(ClientFrame.React react, Outcome outcome) {
        String place = react.conversation();
        if (!(outcome instanceof Outcome.Passed) || seen.has(place, react.position(), react.emoji())) {
            return done(outcome);
        }
        return plenty.of(place, react.position()).thenApply(found -> {
            boolean full = found.filter(counts -> !counts.emojis().contains(react.emoji()))
                    .filter(counts -> counts.emojis().size() >= Plenty.EMOJIS_MAX)
                    .isPresent();
            if (!full) {
                seen.add(place, react.position(), react.emoji());
            }
            return full ? tooMany("kinds of reactions", Plenty.EMOJIS_MAX) : outcome;
        });
    }

    private CompletionStage<Outcome> notTooMany(ClientFrame.Pin pin, Outcome outcome) {
        return outcome instanceof Outcome.Passed
                ? plenty.of(pin.conversation(), pin.position())
                        .thenApply(found -> found.filter(counts -> counts.pins() >= Plenty.PINS_MAX)
                                .map(counts -> tooMany("pins", Plenty.PINS_MAX))
                                .orElse(outcome))
                : done(outcome);
    }

    private static Outcome tooMany(String what, int max) {
        return new Outcome.Refused(RejectCode.FORBIDDEN, "at most " + max + " " + what);
    }

    private static Outcome judged(Roster roster, String userId, Act act) {
        return Rights.refusal(roster, userId, act)
                .<Outcome>map(no -> new Outcome.Refused(no.code(), no.detail()))
                .orElseGet(() -> new Outcome.Passed(roster.members()));
    }

    /**
     * @param own what it is to do this to one's own message
     * @param others what it is to do this to somebody else's
     */
    private CompletionStage<Outcome> ofLiving(
            ClientFrame.Numbered frame, long position, String userId, Roster roster, Act own, Act others) {
        return targets.find(frame.conversation(), position).thenApply(found -> {
            Optional<Target> message = found.filter(target -> target.type().equals("message") && !target.deleted());
            if (message.isEmpty()) {
                return new Outcome.Refused(RejectCode.NOT_FOUND, "no such message, or it is deleted");
            }
            return judged(roster, userId, message.get().from().equals(userId) ? own : others);
        });
    }

    private static CompletionStage<Outcome> done(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
