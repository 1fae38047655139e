package dev.postrider.history.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.frame.Json;
import dev.postrider.history.HistoryConfig;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The newest pages in Redis. Each carries the progress and the tables' generation it was read at, and is never replaced
 * by an older one. Redis may forget any of it at any time.
 */
@ApplicationScoped
public class NewestPages {
    private static final ObjectMapper MAPPER = Json.mapper();
    private static final String PUT = script("/lua/put_page.lua");
    private static final int CONVERSATIONS_MAX = 200;

    private final ReactiveRedisDataSource redis;
    private final HistoryConfig.Page config;

    NewestPages(ReactiveRedisDataSource redis, HistoryConfig config) {
        this.redis = redis;
        this.config = config.page();
    }

    /** Keeps the page, unless as new a one is kept, and puts its conversation into its members' lists. */
    Uni<Void> keep(KeptPage page) {
        String seconds = Long.toString(config.keptFor().toSeconds());
        return redis.execute("EVAL", PUT, "1", pageKey(page.conversation()), version(page), json(page), seconds)
                .chain(() -> Multi.createFrom()
                        .iterable(page.members().size() > config.marksMembersMax() ? List.of() : page.members())
                        .onItem()
                        .transformToUniAndConcatenate(member -> list(member.user(), page.conversation(), seconds))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** Keeps the conversation no more; its version stays, so that no older page comes back. */
    Uni<Void> drop(String conversation) {
        return redis.execute("HDEL", pageKey(conversation), "page").replaceWithVoid();
    }

    Uni<Optional<KeptPage>> find(String conversation) {
        return redis.execute("HGET", pageKey(conversation), "page").map(NewestPages::page);
    }

    /** The kept pages of conversations that this user is, or was, a member of. */
    Uni<List<KeptPage>> ofUser(String user) {
        return redis.execute("SMEMBERS", listKey(user))
                .map(NewestPages::texts)
                .chain(ids -> Multi.createFrom()
                        .iterable(ids.subList(0, Math.min(CONVERSATIONS_MAX, ids.size())))
                        .onItem()
                        .transformToUniAndMerge(this::find)
                        .collect()
                        .asList())
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Response> list(String user, String conversation, String seconds) {
        return redis.execute("SADD", listKey(user), conversation)
                .chain(() -> redis.execute("EXPIRE", listKey(user), seconds));
    }

    private static String pageKey(String conversation) {
        return "history:page:{" + conversation + "}";
    }

    private static String listKey(String user) {
        return "history:list:{" + user + "}";
    }

    /** As text it compares as the numbers do: a page of tables that a rebuild has replaced never comes back. */
    private static String version(KeptPage page) {
        return "%05d%019d".formatted(page.generation(), page.asOf() + 1);
    }

    private static Optional<KeptPage> page(@org.jspecify.annotations.Nullable Response answer) {
        if (answer == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(answer.toBuffer().getBytes(), KeptPage.class));
        } catch (IOException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private static List<String> texts(@org.jspecify.annotations.Nullable Response answer) {
        List<String> texts = new ArrayList<>();
        if (answer != null) {
            answer.forEach(one -> texts.add(one.toString()));
        }
        return texts;
    }

    private static String json(KeptPage page) {
        try {
            return MAPPER.writeValueAsString(page);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String script(String path) {
        try (InputStream in = NewestPages.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
