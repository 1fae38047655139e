package dev.postrider.chat.room;

import dev.postrider.base.peer.UserDirectory;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.ConversationId.Direct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Direct conversations: their id names the two, and both must exist. */
@ApplicationScoped
public class DirectMembership implements Membership {
    private final UserDirectory users;

    DirectMembership(UserDirectory users) {
        this.users = users;
    }

    @Override
    public CompletionStage<Standing> of(String userId, String conversation) {
        if (ConversationId.parse(conversation).orElse(null) instanceof Direct direct && direct.has(userId)) {
            return users.findAll(direct.members())
                    .map(found -> standing(direct, found))
                    .subscribeAsCompletionStage();
        }
        return CompletableFuture.completedFuture(new Standing.Stranger());
    }

    private static Standing standing(Direct direct, Map<String, User> found) {
        return found.keySet().containsAll(direct.members())
                ? new Standing.Member(direct.members())
                : new Standing.Stranger();
    }
}
