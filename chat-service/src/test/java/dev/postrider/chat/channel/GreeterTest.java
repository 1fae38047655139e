package dev.postrider.chat.channel;

import static dev.postrider.chat.fake.People.WREN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.chat.fake.FakeTime;
import dev.postrider.chat.session.Outgoing;
import dev.postrider.chat.session.Session;
import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.Limits;
import dev.postrider.contracts.topic.LogVector;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GreeterTest {
    private static final Instant NOW = Instant.parse("2026-11-01T09:30:00Z");
    private static final User KNOWN = user("Wren of today");
    private static final User NAMED = user("Wren of the token");

    private final List<User> greeted = new ArrayList<>();
    private final FakeTime time = new FakeTime();
    private boolean away;

    private final Greeter greeter = new Greeter(
            () -> CompletableFuture.completedFuture(LogVector.start(0)),
            id -> away
                    ? CompletableFuture.failedFuture(new IllegalStateException("away"))
                    : CompletableFuture.completedFuture(KNOWN),
            Limits.DEFAULTS,
            Clock.fixed(NOW, ZoneOffset.UTC),
            time,
            session -> {});

    @Test
    void whoeverIsKnownIsGreetedAsKnown() {
        greeter.accept(new Socket(NAMED));
        assertEquals(List.of(KNOWN), greeted);
    }

    @Test
    void whileNobodyCanTellTheTokenDoes() {
        away = true;
        greeter.accept(new Socket(NAMED));
        assertEquals(List.of(NAMED), greeted);
    }

    @Test
    void aTokenThatDoesNotTellIsTriedAgainLater() {
        away = true;
        greeter.accept(new Socket(null));
        assertEquals(List.of(), greeted);
        away = false;
        time.advance(1_000);
        assertEquals(List.of(KNOWN), greeted);
    }

    private static User user(String name) {
        return new User(WREN, "wren", name, "#4a6300", false, null, null, null, null, null);
    }

    private final class Socket implements Session {
        private final @Nullable User self;

        Socket(@Nullable User self) {
            this.self = self;
        }

        @Override
        public String id() {
            return "socket";
        }

        @Override
        public String userId() {
            return WREN;
        }

        @Override
        public @Nullable User self() {
            return self;
        }

        @Override
        public String signIn() {
            return "sign-in";
        }

        @Override
        public Instant tokenEnds() {
            return NOW.plusSeconds(900);
        }

        @Override
        public boolean closed() {
            return false;
        }

        @Override
        public void greet(ServerFrame.Welcome welcome) {
            greeted.add(welcome.user());
        }

        @Override
        public void offer(Outgoing frame) {}

        @Override
        public void drain(ServerFrame.Draining notice) {}

        @Override
        public void close(CloseCode code) {}
    }
}
