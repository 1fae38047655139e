package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ended means ended: on every node and at every service, within a second. */
@WithSuite
class SessionEndTest {
    private final Suite suite;

    SessionEndTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void logoutClosesTheSessionsSocketsAndItsTokenIsRefusedEverywhere() {
        Person wren = Person.registers(suite.gateway(), "wren");
        try (Device one = wren.opensAt(suite.chatNode(1));
                Device two = wren.opensAt(suite.chatNode(2))) {
            assertEquals(204, wren.rest().post("/api/auth/logout", Map.of()).status());

            assertEquals(CloseCode.SESSION_ENDED.code(), one.closeCode());
            assertEquals(CloseCode.SESSION_ENDED.code(), two.closeCode());
            for (String path : new String[] {"/api/auth/me", "/api/conversations", "/api/drafts", "/api/sync"}) {
                suite.eventually(() -> assertEquals(401, wren.rest().get(path).status(), path));
            }
        }
    }

    @Test
    void otherSessionsGoOn() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Device first = wren.opens();
        wren.signsIn();
        try (Device second = wren.opens()) {
            assertEquals(204, wren.rest().delete("/api/auth/sessions").status());

            assertEquals(CloseCode.SESSION_ENDED.code(), first.closeCode());
            assertEquals(200, wren.rest().get("/api/auth/me").status());
            second.says(new dev.postrider.contracts.frame.ClientFrame.Ping("on"));
            second.hears(dev.postrider.contracts.frame.ServerFrame.Pong.class, pong -> true);
        }
    }
}
