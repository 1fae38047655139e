package dev.postrider.history.sync;

import static dev.postrider.history.support.Api.page;
import static dev.postrider.history.support.Api.sync;
import static dev.postrider.history.support.Api.through;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Json;
import dev.postrider.history.support.Talk;
import dev.postrider.testkit.fold.FoldedPage;
import io.quarkus.test.junit.QuarkusTest;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A page read earlier, with all events since folded over it, is the page read now. */
@QuarkusTest
class SnapshotAndEventsTest {
    private static final int ROUNDS = 12;
    private static final List<String> EMOJIS = List.of("👍", "🎉", "❤️");

    private final String wren = Talk.user();
    private final String moss = Talk.user();
    private final Talk talk = Talk.between(wren, moss);
    private final List<Long> wrens = new ArrayList<>();
    private final List<Long> moves = new ArrayList<>();

    @Test
    void anOldPageWithTheEventsSinceIsTheFreshPage() {
        Random random = new Random(20_261_123);
        for (int i = 0; i < 10; i++) {
            act(random);
        }
        FoldedPage held = new FoldedPage().page(newest());
        String cursor = synced(null).path("cursor").asText();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = random.nextInt(12); i > 0; i--) {
                act(random);
            }

            JsonNode next = synced(cursor);
            next.path("conversations").forEach(one -> held.events(one.path("events")));
            cursor = next.path("cursor").asText();

            assertEquals(new FoldedPage().page(newest()).messages(), held.messages(), "round " + round);
        }
    }

    private void act(Random random) {
        String who = random.nextBoolean() ? wren : moss;
        long some = wrens.isEmpty() ? 0 : wrens.get(random.nextInt(wrens.size()));
        moves.add(
                switch (random.nextInt(wrens.isEmpty() ? 1 : 8)) {
                    case 0, 1 -> said(talk.say(wren, "message " + random.nextInt()));
                    case 2 -> talk.edit(wren, some, "edited " + random.nextInt());
                    case 3 -> talk.react(who, some, EMOJIS.get(random.nextInt(3)), random.nextInt(3) > 0);
                    case 4 -> talk.pin(who, some, random.nextBoolean());
                    case 5 -> random.nextInt(3) == 0 ? talk.delete(wren, some) : talk.delivered(moss, some);
                    case 6 -> talk.read(moss, some);
                    default -> talk.reply(moss, "reply " + random.nextInt(), some);
                });
    }

    private long said(long position) {
        wrens.add(position);
        return position;
    }

    private JsonNode synced(@Nullable String cursor) {
        String through = through(talk.conversation(), moves.getLast());
        return json(sync(moss, cursor, through).statusCode(200).extract().asString());
    }

    private JsonNode newest() {
        return json(page(moss, talk.conversation(), moves.getLast(), Map.of("limit", 200))
                        .prettify())
                .path("messages");
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException torn) {
            throw new UncheckedIOException(torn);
        }
    }
}
