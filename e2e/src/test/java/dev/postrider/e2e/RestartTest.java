package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data survives: same history, same sessions, same cursor good. */
@WithSuite
class RestartTest {
    private final Suite suite;

    RestartTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void everythingIsThereAfterTheWholeSuiteWasStoppedAndStarted() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        try (Device sender = wren.opens();
                Device reader = moss.opens()) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                String id = sender.sends(moss, "before " + i);
                sender.isAccepted(id);
                ids.add(id);
            }
            ids.forEach(reader::sees);

            suite.restart();

            assertEquals(200, wren.rest().get("/api/auth/me").status());
            sender.reconnects();
            String after = sender.sends(moss, "after");
            sender.isAccepted(after);
            ids.add(after);
            reader.reconnects();
            reader.sees(after);
            assertEquals(ids, reader.messagesOf(wren.with(moss)));
        }
    }
}
