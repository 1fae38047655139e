package dev.postrider.auth.key;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration ROTATION = Duration.ofDays(30);
    private static final Duration LEAD = Duration.ofSeconds(90);
    private static final Duration ACCESS = Duration.ofMinutes(15);

    private final KeySchedule schedule = new KeySchedule(ROTATION, LEAD, ACCESS);

    @Test
    void theFirstKeySignsAtOnceAndALaterOneAfterTheLead() {
        Instant first = schedule.signsFrom(List.of(), NOW);
        Instant later = schedule.signsFrom(List.of(key("a", NOW)), NOW);

        assertThat(first, equalTo(NOW));
        assertThat(later, equalTo(NOW.plus(LEAD)));
    }

    @Test
    void aKeySignsUntilALaterOneBegins() {
        List<SigningKey> keys = List.of(key("a", NOW.minus(ROTATION)), key("b", NOW.plusSeconds(1)));

        String before = schedule.signer(keys, NOW).orElseThrow().id();
        String after = schedule.signer(keys, NOW.plusSeconds(1)).orElseThrow().id();

        assertThat(before, equalTo("a"));
        assertThat(after, equalTo("b"));
    }

    @Test
    void aKeyIsPublishedUntilItsLastTokenHasExpired() {
        SigningKey old = key("a", NOW.minus(ROTATION));
        List<SigningKey> keys = List.of(old, key("b", NOW));

        boolean whileTokensLive = schedule.retired(old, keys, NOW.plus(ACCESS));
        boolean longAfter = schedule.retired(old, keys, NOW.plus(ACCESS).plus(Duration.ofMinutes(6)));

        assertThat(whileTokensLive, is(false));
        assertThat(longAfter, is(true));
    }

    @Test
    void theNextKeyIsDueSoThatItSignsWhenTheRotationIsOver() {
        List<SigningKey> keys = List.of(key("a", NOW));

        boolean early = schedule.due(keys, NOW.plus(ROTATION).minus(LEAD).minusSeconds(1));
        boolean inTime = schedule.due(keys, NOW.plus(ROTATION).minus(LEAD));

        assertThat(early, is(false));
        assertThat(inTime, is(true));
    }

    private static SigningKey key(String id, Instant signsFrom) {
        return KeyMaker.make(id, signsFrom);
    }
}
