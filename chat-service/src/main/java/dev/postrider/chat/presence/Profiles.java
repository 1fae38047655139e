package dev.postrider.chat.presence;

import dev.postrider.base.peer.PeerException;
import dev.postrider.base.peer.UserDirectory;
import dev.postrider.contracts.rest.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/** Who people are. Never fails: whom nobody can tell about now is left out. */
interface Profiles {
    Uni<Map<String, User>> of(Collection<String> ids);

    /** As auth-service has them. */
    @ApplicationScoped
    class ByDirectory implements Profiles {
        private final UserDirectory users;

        ByDirectory(UserDirectory users) {
            this.users = users;
        }

        @Override
        public Uni<Map<String, User>> of(Collection<String> ids) {
            return users.findAll(ids).onFailure(PeerException.class).recoverWithItem(Map.of());
        }
    }
}
