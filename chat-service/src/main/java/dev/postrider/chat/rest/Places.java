package dev.postrider.chat.rest;

import dev.postrider.base.peer.UserDirectory;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.ConversationId.Direct;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The conversation that a path names, for a caller who may know of it. What is no id, what is not there and what is
 * not the caller's are one and the same 404.
 */
@ApplicationScoped
class Places {
    private final UserDirectory users;

    Places(UserDirectory users) {
        this.users = users;
    }

    /** The caller's direct conversation; its other member exists. */
    Uni<Direct> ofCaller(String conversation, String caller) {
        return ConversationId.parse(conversation)
                .filter(Direct.class::isInstance)
                .map(Direct.class::cast)
                .filter(direct -> direct.has(caller))
                .map(direct -> existing(direct, caller))
                .orElseThrow(Places::notFound);
    }

    /** The text of an id, whatever it stands for; who may act there is judged where it is acted. */
    static String id(String conversation) {
        return ConversationId.parse(conversation).orElseThrow(Places::notFound).text();
    }

    private Uni<Direct> existing(Direct direct, String caller) {
        return users.find(direct.other(caller))
                .map(other -> other.map(user -> direct).orElseThrow(Places::notFound));
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }
}
