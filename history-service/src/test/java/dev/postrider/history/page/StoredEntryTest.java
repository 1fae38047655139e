package dev.postrider.history.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.rest.Entry;
import dev.postrider.history.page.StoredEntry.ReactionBy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoredEntryTest {
    private static final Entry.Message MESSAGE = new Entry.Message(
            "c",
            1,
            "i",
            "wren",
            "hello",
            Instant.EPOCH,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    @Test
    void reactionsAreCountedForTheOneWhoLooks() {
        StoredEntry entry = new StoredEntry(
                MESSAGE,
                List.of(new ReactionBy("👍", "wren"), new ReactionBy("🎉", "moss"), new ReactionBy("👍", "moss")));

        List<Entry.Reaction> seen = reactions(entry, "wren");

        assertEquals(
                List.of("👍", "🎉"), seen.stream().map(Entry.Reaction::emoji).toList());
        assertTrue(seen.getFirst().mine());
        assertFalse(seen.getLast().mine());
        assertEquals(List.of("wren", "moss"), seen.getFirst().users());
    }

    @Test
    void onlyTheFirstTenAreNamedButAllCounted() {
        List<ReactionBy> many = IntStream.range(0, 30)
                .mapToObj(i -> new ReactionBy("👍", "user" + i))
                .toList();

        Entry.Reaction seen =
                reactions(new StoredEntry(MESSAGE, many), "user29").getFirst();

        assertEquals(30, seen.count());
        assertEquals(10, seen.users().size());
        assertTrue(seen.mine());
    }

    private static List<Entry.Reaction> reactions(StoredEntry entry, String viewer) {
        return Objects.requireNonNull(((Entry.Message) entry.seenBy(viewer)).reactions());
    }
}
