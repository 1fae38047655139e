package dev.postrider.history.rebuild;

import static dev.postrider.history.support.Api.page;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.history.support.EventMix;
import dev.postrider.history.support.Tables;
import dev.postrider.history.support.Talk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RebuildTest {
    private final Rebuild rebuild;
    private final String wren = Talk.user();
    private final Talk talk = Talk.between(wren, Talk.user());

    RebuildTest(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Test
    void everyTableOfAnIdleLogIsTheSameAgain() {
        EventMix mix = new EventMix(20_261_123, true);
        mix.write(600);
        mix.awaitStored();
        long generation = Tables.number("SELECT number FROM generation");

        RebuildState.Done done = Rebuilds.run(rebuild);

        assertEquals(List.of(), Rebuilds.different(done));
        assertEquals(generation + 1, Tables.number("SELECT number FROM generation"));
        assertEquals(
                List.of(
                        "conversation",
                        "entry",
                        "event",
                        "holder",
                        "mark",
                        "member",
                        "mention",
                        "mine",
                        "pin",
                        "progress",
                        "reaction",
                        "version"),
                done.tables().stream().map(RebuildState.Compared::table).toList());
        assertEquals(List.of(), Tables.texts(Rebuilds.SHADOW_TABLES));
    }

    @Test
    void afterwardsMessagesGoOn() {
        long before = talk.say(wren, "before");
        page(wren, talk.conversation(), before, Map.of());

        Rebuilds.run(rebuild);

        long after = talk.say(wren, "after");
        assertEquals(
                List.of("before", "after"),
                page(wren, talk.conversation(), after, Map.of()).getList("messages.body"));
    }
}
