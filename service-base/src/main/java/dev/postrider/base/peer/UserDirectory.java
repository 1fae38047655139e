package dev.postrider.base.peer;

import dev.postrider.base.SharedConfig;
import dev.postrider.base.control.ControlListener;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.internal.Users;
import dev.postrider.contracts.rest.User;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who exists, as auth-service tells: cached in a bounded memory, refreshed by profile records, asked for in batches.
 * Users are never removed, only deactivated, so what was once known stays good while auth-service is away. Unknown ids
 * are not remembered. Safe for all threads.
 */
@Singleton
public class UserDirectory implements ControlListener {
    private static final int USERS_MAX = 100_000;

    private final Peer auth;
    private final Map<String, User> known = new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, User> eldest) {
            return size() > USERS_MAX;
        }
    };

    public UserDirectory(Vertx vertx, SharedConfig config) {
        this.auth = new Peer(vertx, config.authUrl(), config.serviceKey(), config.peerTimeout());
    }

    /** The known ones among those asked for, by id; fails with {@link PeerAwayException} where one must be asked for. */
    public Uni<Map<String, User>> find(Collection<String> ids) {
        Map<String, User> found = cached(ids);
        List<String> missing =
                ids.stream().distinct().filter(id -> !found.containsKey(id)).toList();
        if (missing.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        List<Uni<List<User>>> batches = java.util.stream.IntStream.iterate(0, i -> i < missing.size(), i -> i + Internal.USERS_MAX)
                .mapToObj(i -> ask(missing.subList(i, Math.min(missing.size(), i + Internal.USERS_MAX))))
                .toList();
        return Uni.join().all(batches).andFailFast().map(lists -> {
            lists.forEach(users -> users.forEach(user -> found.put(user.id(), user)));
            return found;
        });
    }

    public Uni<Optional<User>> find(String id) {
        return find(List.of(id)).map(found -> Optional.ofNullable(found.get(id)));
    }

    /** What is known without asking; for those who must not wait. */
    public synchronized Optional<User> peek(String id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public void on(ControlRecord record, long offset) {
        if (record instanceof ControlRecord.Profile profile) {
            remember(List.of(profile.user()));
        }
    }

    private Uni<List<User>> ask(List<String> ids) {
        String path = Internal.USERS + "?ids=" + String.join(",", ids);
        return auth.get(path, Users.class)
                .map(answer -> answer.map(Users::users).orElse(List.of()))
                .invoke(this::remember);
    }

    private synchronized Map<String, User> cached(Collection<String> ids) {
        return ids.stream().distinct().filter(known::containsKey).collect(Collectors.toMap(id -> id, known::get));
    }

    private synchronized void remember(List<User> users) {
        users.forEach(user -> known.put(user.id(), user));
    }
}
