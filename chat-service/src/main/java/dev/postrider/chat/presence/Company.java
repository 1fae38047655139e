package dev.postrider.chat.presence;

import dev.postrider.chat.room.Membership;
import dev.postrider.chat.room.RosterSource;
import dev.postrider.chat.room.SqlBlockedPairs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** In whose company people are: who is in a conversation, and between whom there is a block. */
interface Company {

    /** What somebody is to a conversation. Fails where nobody can tell now. */
    Uni<Membership.Standing> standing(String user, String conversation);

    /** A room's members at some moment after the call; none where there is no such room. Fails where nobody can tell now. */
    Uni<Set<String>> members(String room);

    /** Those who have blocked this user or are blocked by them. Never fails. */
    Uni<Set<String>> blocked(String user);

    /** Asks anew when it is asked next. */
    void blocksChanged(String user);

    /** As the tables of rooms have it. */
    @ApplicationScoped
    class ByTables implements Company {
        private final Membership membership;
        private final RosterSource source;
        private final SqlBlockedPairs pairs;

        ByTables(Membership membership, RosterSource source, SqlBlockedPairs pairs) {
            this.membership = membership;
            this.source = source;
            this.pairs = pairs;
        }

        @Override
        public Uni<Membership.Standing> standing(String user, String conversation) {
            return Uni.createFrom().completionStage(() -> membership.of(user, conversation));
        }

        @Override
        public Uni<Set<String>> members(String room) {
            return Uni.createFrom()
                    .completionStage(() -> source.read(room))
                    .map(read -> read.map(reading -> reading.roster().members()).orElse(Set.of()));
        }

        @Override
        public Uni<Set<String>> blocked(String user) {
            return Uni.createFrom().completionStage(() -> pairs.of(user));
        }

        @Override
        public void blocksChanged(String user) {
            pairs.forget(user);
        }
    }
}
