package dev.postrider.chat.message;

import dev.postrider.chat.room.Membership;
import dev.postrider.chat.room.Membership.Standing;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.internal.Target;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** May this person do this now? Asked before anything is appended, so that a refusal is definite. */
public final class Checks {
    private final Membership membership;
    private final Targets targets;

    public Checks(Membership membership, Targets targets) {
        this.membership = membership;
        this.targets = targets;
    }

    /** The outcome of all checks. */
    sealed interface Outcome {
        record Passed(List<String> members) implements Outcome {}

        /** A member may not, or not this. */
        record Refused(RejectCode code, String detail, List<String> members) implements Outcome {}

        /** A stranger writes nothing into anybody's log, not even a void: no attempt of theirs can stand in it. */
        record Stranger() implements Outcome {}

        /** Nobody can tell now. */
        record Undecided() implements Outcome {}
    }

    /** Never completes exceptionally. */
    CompletionStage<Outcome> of(String userId, ClientFrame.Numbered frame) {
        return membership
                .of(userId, frame.conversation())
                .thenCompose(standing -> switch (standing) {
                    case Standing.Member member -> target(userId, frame, member.members());
                    case Standing.Stranger stranger -> done(new Outcome.Stranger());
                })
                .exceptionally(away -> new Outcome.Undecided());
    }

    private CompletionStage<Outcome> target(String userId, ClientFrame.Numbered frame, List<String> members) {
        return switch (frame) {
            case ClientFrame.Send send -> mentions(send, members);
            case ClientFrame.Edit edit -> living(edit, edit.position(), members, by(userId));
            case ClientFrame.Delete delete -> living(delete, delete.position(), members, by(userId));
            case ClientFrame.React react -> living(react, react.position(), members, anyone -> true);
            case ClientFrame.Pin pin -> living(pin, pin.position(), members, anyone -> true);
        };
    }

    private static CompletionStage<Outcome> mentions(ClientFrame.Send send, List<String> members) {
        return done(
                send.everyone() == null
                        ? new Outcome.Passed(members)
                        : new Outcome.Refused(RejectCode.INVALID, "everyone: not in a direct conversation", members));
    }

    private CompletionStage<Outcome> living(
            ClientFrame.Numbered frame, long position, List<String> members, Predicate<Target> allowed) {
        return targets.find(frame.conversation(), position).thenApply(found -> {
            Optional<Target> message = found.filter(target -> target.type().equals("message") && !target.deleted());
            if (message.isEmpty()) {
                return new Outcome.Refused(RejectCode.NOT_FOUND, "no such message, or it is deleted", members);
            }
            return message.filter(allowed).isPresent()
                    ? new Outcome.Passed(members)
                    : new Outcome.Refused(RejectCode.FORBIDDEN, "not your message", members);
        });
    }

    private static Predicate<Target> by(String userId) {
        return target -> target.from().equals(userId);
    }

    private static CompletionStage<Outcome> done(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
