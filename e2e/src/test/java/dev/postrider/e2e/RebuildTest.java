package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** History is rebuilt from the log while people write; nobody loses anything, and every table comes out as it was. */
@WithSuite
class RebuildTest {
    /** One page of history holds them all. */
    private static final int MESSAGES_MAX = 190;

    private final Suite suite;

    RebuildTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void theTablesComeOutAsTheyWereWhilePeopleWrite() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        try (Device sender = wren.opens();
                Device reader = moss.opens()) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                ids.add(sender.getsAccepted(moss, "before " + i));
            }
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                while (!over.get() && ids.size() < MESSAGES_MAX) {
                    ids.add(sender.getsAccepted(moss, "meanwhile"));
                }
            });

            String first = suite.rebuild();
            String second = suite.rebuild();

            over.set(true);
            writing.join();
            ids.add(sender.getsAccepted(moss, "after"));
            for (String told : List.of(first, second)) {
                assertTrue(told.contains("entry") && told.contains("equal"), told);
                assertFalse(told.contains("different"), told);
            }
            ids.forEach(reader::sees);
            try (Device fresh = moss.opens()) {
                ids.forEach(fresh::sees);
                assertEquals(ids, fresh.messagesOf(wren.with(moss)));
            }
            assertEquals(ids, reader.messagesOf(wren.with(moss)));
        }
    }
}
