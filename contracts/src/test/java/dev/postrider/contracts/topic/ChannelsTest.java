package dev.postrider.contracts.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {
    /** Computed once with kafka-clients' own Utils.murmur2; a change here moves every user's channel. */
    @ParameterizedTest
    @CsvSource({
        "'01JD3Z8M5Q0W7X9Y2B4C6D8E0F', 29",
        "'01JD3ZAAAAAAAAAAAAAAAAAAAB', 33",
        "'dm:01JD3Z8M5Q0W7X9Y2B4C6D8E0F:01JD3ZAAAAAAAAAAAAAAAAAAAB', 24",
        "'room:01JD3ZR00MR00MR00MR00MR00M', 52",
        "'feed:prices', 5",
        "'me:01JD3Z8M5Q0W7X9Y2B4C6D8E0F', 45",
        "'a', 60",
        "'ab', 42",
        "'abc', 27",
        "'abcd', 52",
        "'abcde', 29",
        "'ünï', 19"
    })
    void valueIsTheOneKafkaItselfComputes(String key, int partition) {
        assertEquals(partition, Channels.of(key));
        assertEquals(partition, LogPartitions.of(key));
    }

    @Test
    void usersSpreadOverAllChannels() {
        int[] users = new int[Channels.COUNT];
        IntStream.range(0, 64_000).forEach(i -> users[Channels.of("01JD3Z8M5Q0W7X9Y2B4C%06d".formatted(i))]++);
        assertTrue(IntStream.of(users).allMatch(n -> n > 800 && n < 1_200));
    }
}
