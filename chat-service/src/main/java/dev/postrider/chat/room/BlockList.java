package dev.postrider.chat.room;

import dev.postrider.base.peer.UserDirectory;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.database.DatabaseAway;
import dev.postrider.chat.own.OwnStream;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.ConversationId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * A person's blocks. A change counts on every node within a second once its call answers, and stands in their own
 * stream then.
 */
@ApplicationScoped
public class BlockList {
    private final SqlBlocks blocks;
    private final UserDirectory users;
    private final Rosters rosters;
    private final Notices notices;
    private final OwnStream own;

    BlockList(SqlBlocks blocks, UserDirectory users, Rosters rosters, Notices notices, OwnStream own) {
        this.blocks = blocks;
        this.users = users;
        this.rosters = rosters;
        this.notices = notices;
        this.own = own;
    }

    /** Whom they block, in the order in which they did. */
    public Uni<List<User>> ofUser(String user) {
        return DatabaseAway.unavailableIn(blocks.ofUser(user))
                .chain(users::findAll)
                .map(found -> found.values().stream().map(User::publicly).toList());
    }

    /** Also where they do already. */
    public Uni<Void> put(String user, String blocked) {
        return users.find(blocked)
                .map(found -> found.orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)))
                .chain(() -> DatabaseAway.unavailableIn(blocks.put(user, blocked)))
                .chain(() -> told(user, blocked));
    }

    /** Also where they do not. */
    public Uni<Void> delete(String user, String blocked) {
        return DatabaseAway.unavailableIn(blocks.delete(user, blocked)).chain(() -> told(user, blocked));
    }

    private Uni<Void> told(String user, String other) {
        String conversation = ConversationId.direct(user, other).text();
        rosters.forget(conversation);
        return Uni.createFrom()
                .completionStage(() -> notices.tell(new ControlRecord.Membership(conversation, List.of())))
                .onFailure()
                .transform(away -> ProblemException.of(ProblemCode.UNKNOWN))
                .chain(() -> own.tellBlock(user, other));
    }
}
