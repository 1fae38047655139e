package dev.postrider.chat.presence;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link Registers} in Redis, one script call for up to {@code batchMax} users. All registers share the hash tag
 * {@code {u}}, so that a call may name many of them in a cluster too; they are some hundred bytes a user.
 */
@ApplicationScoped
class RedisRegisters implements Registers {
    static final String KEY_PREFIX = "presence:{u}:";
    private static final LuaScript MARK_ONLINE = LuaScript.load("mark_online");
    private static final LuaScript MARK_OFFLINE = LuaScript.load("mark_offline");
    private static final LuaScript READ_PRESENCE = LuaScript.load("read_presence");

    private final Redis redis;
    private final NodeName node;
    private final Duration callTimeout;
    private final long ttlMillis;
    private final long keptMillis;
    private final MeterRegistry meters;

    RedisRegisters(Redis redis, NodeName node, PresenceConfig config, MeterRegistry meters) {
        this.redis = redis;
        this.node = node;
        this.callTimeout = config.callTimeout();
        this.ttlMillis = config.registerTtl().toMillis();
        this.keptMillis = config.lastSeenKept().toMillis();
        this.meters = meters;
    }

    @Override
    public Uni<Void> markOnline(List<String> users) {
        return call(
                        MARK_ONLINE,
                        MARK_ONLINE
                                .on(keys(users))
                                .arg(node.text())
                                .arg(ttlMillis)
                                .arg(keptMillis))
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<String, Seen>> markOffline(List<LocalUsers.Leaving> leaving) {
        List<String> users = leaving.stream().map(LocalUsers.Leaving::user).toList();
        Request request = MARK_OFFLINE.on(keys(users)).arg(node.text()).arg(keptMillis);
        leaving.forEach(one -> request.arg(one.agoMillis()));
        return call(MARK_OFFLINE, request).map(answer -> pairs(users, answer));
    }

    @Override
    public Uni<Map<String, Seen>> read(List<String> users) {
        return call(READ_PRESENCE, READ_PRESENCE.on(keys(users))).map(answer -> pairs(users, answer));
    }

    private Uni<Response> call(LuaScript script, Request request) {
        meters.counter("postrider.presence.calls", "script", script.name()).increment();
        return redis.send(request).ifNoItem().after(callTimeout).fail();
    }

    private static List<String> keys(List<String> users) {
        return users.stream().map(user -> KEY_PREFIX + user).toList();
    }

    private static Map<String, Seen> pairs(List<String> users, Response answer) {
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (int i = 0; i < users.size(); i++) {
            long remaining = answer.get(2 * i).toLong();
            long minute = answer.get(2 * i + 1).toLong();
            seen.put(users.get(i), new Seen(remaining, minute));
        }
        return seen;
    }
}
