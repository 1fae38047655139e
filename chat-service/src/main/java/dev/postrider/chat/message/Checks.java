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

    public Checks(Membership membership, Targets targets) {
        this.membership = membership;
        this.targets = targets;
    }

    /** The outcome of all checks. */
    sealed interface Outcome {
        record Passed(Set<String> members) implements Outcome {}

        /** A member may not, or not this, or is one no more: an earlier attempt may stand in the log. */
        record Refused(RejectCode code, String detail) implements Outcome {}

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
                done(judged(roster, userId, send.everyone() == null ? Act.SEND : Act.SEND_TO_EVERYONE));
            case ClientFrame.Edit edit -> ofLiving(edit, edit.position(), userId, roster, Act.EDIT, Act.EDIT_OTHERS);
            case ClientFrame.Delete delete ->
                ofLiving(delete, delete.position(), userId, roster, Act.DELETE, Act.DELETE_OTHERS);
            case ClientFrame.React react -> ofLiving(react, react.position(), userId, roster, Act.REACT, Act.REACT);
            case ClientFrame.Pin pin -> ofLiving(pin, pin.position(), userId, roster, Act.PIN, Act.PIN);
        };
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
