package dev.postrider.base.peer;

import dev.postrider.base.SharedConfig;
import dev.postrider.base.control.ControlListener;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.internal.Users;
import dev.postrider.contracts.rest.User;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who people are, by way of auth-service: what others may see, and their availability. Answers from memory where it can: a changed profile
 * is heard on {@code chat.control}; while auth-service is away, what is held serves however old it is. Unknown ids are
 * never remembered, since they may exist a moment later. Never blocks.
 */
@ApplicationScoped
public class UserDirectory implements ControlListener {
    private final PeerClient peers;
    private final SharedConfig config;
    private final UserCache cache;

    UserDirectory(PeerClient peers, SharedConfig config) {
        this.peers = peers;
        this.config = config;
        this.cache = new UserCache(config.usersCachedMax(), config.usersCachedFor());
    }

    /** The user of that id, deactivated ones too; empty if there is none. */
    public Uni<Optional<User>> find(String id) {
        return findAll(List.of(id)).map(found -> Optional.ofNullable(found.get(id)));
    }

    /**
     * The known ones among these, by id, in the order asked for.
     *
     * @return fails with {@link PeerException} if auth-service is away and one of them was never heard of
     */
    public Uni<Map<String, User>> findAll(Collection<String> ids) {
        Map<String, User> held = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        Instant now = Instant.now();
        for (String id : ids) {
            cache.fresh(id, now).ifPresentOrElse(user -> held.put(id, user), () -> missing.add(id));
        }
        if (missing.isEmpty()) {
            return Uni.createFrom().item(inOrder(ids, held));
        }
        return ask(missing, now)
                .invoke(asked -> held.putAll(asked))
                .onFailure(PeerException.class)
                .recoverWithUni(away -> fromMemory(missing, away).invoke(old -> held.putAll(old)))
                .map(ignored -> inOrder(ids, held));
    }

    @Override
    public void onControl(ControlRecord record, long offset) {
        if (record instanceof ControlRecord.Profile profile) {
            cache.change(profile.user(), profile.at(), Instant.now());
        }
    }

    private Uni<Map<String, User>> ask(List<String> ids, Instant askedAt) {
        return Multi.createFrom()
                .iterable(slices(ids))
                .onItem()
                .transformToUniAndConcatenate(slice ->
                        peers.get(config.authUrl(), Internal.USERS + "?ids=" + String.join(",", slice), Users.class))
                .collect()
                .asList()
                .map(answers -> remember(answers, askedAt));
    }

    private Map<String, User> remember(List<Users> answers, Instant askedAt) {
        Map<String, User> found = new LinkedHashMap<>();
        for (Users answer : answers) {
            for (User user : answer.users()) {
                found.put(user.id(), cache.put(user, askedAt));
            }
        }
        return found;
    }

    private Uni<Map<String, User>> fromMemory(List<String> ids, Throwable away) {
        Map<String, User> old = new LinkedHashMap<>();
        for (String id : ids) {
            Optional<User> held = cache.any(id);
            if (held.isEmpty()) {
                return Uni.createFrom().failure(away);
            }
            old.put(id, held.orElseThrow());
        }
        return Uni.createFrom().item(old);
    }

    private static List<List<String>> slices(List<String> ids) {
        List<List<String>> slices = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += Internal.USERS_MAX) {
            slices.add(ids.subList(from, Math.min(ids.size(), from + Internal.USERS_MAX)));
        }
        return slices;
    }

    private static Map<String, User> inOrder(Collection<String> ids, Map<String, User> found) {
        Map<String, User> ordered = new LinkedHashMap<>();
        Instant now = Instant.now();
        for (String id : ids) {
            User user = found.get(id);
            if (user != null) {
                ordered.put(id, user.asOf(now));
            }
        }
        return ordered;
    }
}
