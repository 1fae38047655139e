package dev.postrider.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.postrider.contracts.control.ControlCodec;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.LogCodec;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in a topic, whoever wrote it: of the log, of control, and a frame on its way to a client. */
class RecordFuzzTest {
    private static final long POSITION = 7;
    private static final Instant AT = Instant.parse("2026-11-01T00:00:00.007Z");

    static Stream<Arguments> seeds() {
        return Fixtures.of("log", "control", "server");
    }

    @MethodSource("seeds")
    @DictionaryEntries({
        "\"schema\":",
        "\"type\":",
        "\\x5cud800",
        "null",
        "-1",
        "1e999",
        "-999999999-01-01T00:00:00Z",
        "[",
        "]"
    })
    @FuzzTest
    void aRecordIsReadAgainAlikeOrIsNotTaken(byte[] bytes) {
        if (LogCodec.read(bytes, POSITION, AT) instanceof LogCodec.Reading.Good good) {
            Event event = good.event();
            assertEquals(good, LogCodec.read(LogCodec.write(event), POSITION, AT));
            assertEquals(event, FrameCodec.readServer(FrameCodec.write(event)));
        }
        ControlCodec.read(bytes)
                .ifPresent(record -> assertEquals(Optional.of(record), ControlCodec.read(ControlCodec.write(record))));
        serverFrame(bytes).ifPresent(frame -> assertEquals(frame, FrameCodec.readServer(FrameCodec.write(frame))));
    }

    private static Optional<dev.postrider.contracts.frame.ServerFrame> serverFrame(byte[] bytes) {
        try {
            return Optional.ofNullable(FrameCodec.readServer(bytes));
        } catch (UncheckedIOException foreign) {
            return Optional.empty();
        }
    }
}
