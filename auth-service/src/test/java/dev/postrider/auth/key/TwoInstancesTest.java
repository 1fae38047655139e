package dev.postrider.auth.key;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.postrider.auth.ops.Ids;
import dev.postrider.auth.support.Servers;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several instances of auth-service on one database notice at once that a key is due. */
@QuarkusTest
@Servers
class TwoInstancesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    KeyStore store;

    @Inject
    Ids ids;

    @Test
    void oneMakesTheKeyAndTheOthersSeeIt() {
        int before = store.all().await().atMost(PATIENCE).size();

        List<List<SigningKey>> seen = Uni.join()
                .all(Stream.generate(() -> store.change(keys -> dueWhere(keys.size() == before)))
                        .limit(8)
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        assertThat(store.all().await().atMost(PATIENCE), hasSize(before + 1));
        assertThat(seen.stream().map(List::size).distinct().toList(), hasSize(1));
    }

    private KeyStore.Change dueWhere(boolean due) {
        List<SigningKey> made =
                due ? List.of(KeyMaker.make(ids.next(), Instant.now().plusSeconds(90))) : List.of();
        return new KeyStore.Change(made, List.of());
    }
}
