package dev.postrider.chat.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.base.KafkaSettings;
import dev.postrider.chat.session.Sessions;
import dev.postrider.contracts.topic.Channels;
import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class ChannelThreadTest {
    private static final Deliveries UNCOUNTED = new Deliveries() {
        @Override
        public void local(int sessions) {}

        @Override
        public void channel(int sessions) {}
    };

    @Inject
    KafkaSettings kafka;

    @Test
    void manyChannelsTakenAtOnceAreNoLapse() {
        AtomicInteger lapses = new AtomicInteger();
        AtomicInteger positioned = new AtomicInteger();
        ChannelReceiver receiver = new ChannelReceiver(new Incarnations(() -> "test"), new Sessions(), UNCOUNTED);
        try (ChannelThread channels = new ChannelThread(kafka, receiver, lapses::incrementAndGet)) {
            for (int channel = 0; channel < Channels.COUNT; channel++) {
                channels.assign(channel, positioned::incrementAndGet);
            }
            channels.start();

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> positioned.get() == Channels.COUNT);

            assertEquals(0, lapses.get());
        }
    }
}
