package dev.postrider.chat.rest;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.room.Membership;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.Ulids;
import dev.postrider.contracts.topic.Position;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The conversation that a path names, for a caller who may know of it. What is no id, what is not there and what is
 * not the caller's are one and the same 404.
 */
@ApplicationScoped
class Places {
    /** Digits as they are written in programs: Java reads those of every script. */
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final Membership membership;

    Places(Membership membership) {
        this.membership = membership;
    }

    /** A conversation of the caller's. */
    record Place(String id, Set<String> members) {}

    Uni<Place> ofCaller(String conversation, String caller) {
        String id = id(conversation);
        return Uni.createFrom().completionStage(() -> membership.of(caller, id)).map(standing -> switch (standing) {
            case Membership.Standing.Member member ->
                new Place(id, member.roster().members());
            case Membership.Standing.Former former -> throw notFound();
            case Membership.Standing.Stranger stranger -> throw notFound();
        });
    }

    /** The text of an id, whatever it stands for; who may act there is judged where it is acted. */
    static String id(String conversation) {
        return ConversationId.parse(conversation).orElseThrow(Places::notFound).text();
    }

    /** The room that a path names by its conversation's id, without what makes it one. */
    static String room(String conversation) {
        return ConversationId.parse(conversation).orElseThrow(Places::notFound) instanceof ConversationId.Room room
                ? room.id()
                : nowhere();
    }

    /** The user that a path names. */
    static String user(String text) {
        return Ulids.isUlid(text) ? text : nowhere();
    }

    private static String nowhere() {
        throw notFound();
    }

    /** The position that a path names. */
    static long position(String text) {
        if (!POSITION.matcher(text).matches() || !Position.isPosition(Long.parseLong(text))) {
            throw notFound();
        }
        return Long.parseLong(text);
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }
}
