package dev.postrider.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code through} holds and a cursor wraps. The search is on the bytes, which are given as the text of them. */
class LogVectorFuzzTest {
    static Stream<Arguments> seeds() {
        return Stream.of(
                        LogVector.start(0),
                        LogVector.of(
                                1023,
                                LongStream.range(0, LogPartitions.COUNT)
                                        .map(n -> n << 37)
                                        .toArray()))
                .map(vector -> Arguments.of((Object) Base64.getUrlDecoder().decode(vector.text())));
    }

    @MethodSource("seeds")
    @FuzzTest
    void aTextIsAVectorOfPositionsThatIsReadAgainAlikeOrNone(byte[] bytes) {
        LogVector.parse(new String(bytes, StandardCharsets.ISO_8859_1)).ifPresent(LogVectorFuzzTest::isWhole);
        LogVector.parse(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .ifPresent(LogVectorFuzzTest::isWhole);
    }

    private static void isWhole(LogVector vector) {
        assertEquals(Optional.of(vector), LogVector.parse(vector.text()));
        assertTrue(vector.covers(vector));
        for (int partition = 0; partition < LogPartitions.COUNT; partition++) {
            assertTrue(Position.isPosition(vector.positionAt(partition)));
        }
    }
}
