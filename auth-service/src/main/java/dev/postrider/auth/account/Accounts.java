package dev.postrider.auth.account;

import dev.postrider.contracts.rule.Usernames;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accounts in the database. Calls belong inside a session or transaction of Panache. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, String> {
    private static final String BEGINS = "username > :after"
            + " and (username like :name escape '!' or displayName like :prefix escape '!') order by username";

    private static final String MATCHES = "deactivatedAt is null and " + BEGINS;

    /** No username begins like this: where usernames, which are ASCII, cannot be compared with what is looked for. */
    private static final String NO_NAME = "-";

    /** The account of that normalised username; null if there is none, or can be none: the column holds ASCII. */
    public Uni<@Nullable Account> byUsername(String username) {
        return Usernames.isUsername(username)
                ? find("username", username).firstResult()
                : Uni.createFrom().nullItem();
    }

    /** The account, locked until the transaction ends, so that changes and what is told of them keep one order. */
    public Uni<@Nullable Account> locked(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<List<Account>> byIds(Collection<String> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1", ids);
    }

    /** Active ones whose username or display name begins so, by username, beyond {@code after}. */
    Uni<List<Account>> matching(String query, String after, int limit) {
        return find(MATCHES, values(query, after)).page(Page.ofSize(limit)).list();
    }

    /** The same with those who are deactivated; an empty query fits everybody. */
    public Uni<List<Account>> everybody(String query, String after, int limit) {
        return find(BEGINS, values(query, after)).page(Page.ofSize(limit)).list();
    }

    private static Parameters values(String query, String after) {
        String prefix = escaped(query) + "%";
        return Parameters.with("after", after)
                .and("name", isAscii(query) ? prefix : NO_NAME)
                .and("prefix", prefix);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String escaped(String query) {
        return query.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
