package dev.postrider.history.page;

import dev.postrider.base.peer.PeerException;
import dev.postrider.base.peer.UserDirectory;
import dev.postrider.contracts.rest.Conversation;
import dev.postrider.contracts.rest.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Puts names to people; where auth-service is away and somebody was never heard of, ids stand instead. */
@ApplicationScoped
public class Names {
    private final UserDirectory users;

    Names(UserDirectory users) {
        this.users = users;
    }

    public Uni<Map<String, User>> of(List<Summary> summaries) {
        return users.findAll(Summary.people(summaries))
                .onFailure(PeerException.class)
                .recoverWithItem(Map.of());
    }

    Uni<List<Conversation>> name(List<Summary> summaries, String viewer) {
        return of(summaries)
                .map(found ->
                        summaries.stream().map(one -> one.seenBy(viewer, found)).toList());
    }
}
