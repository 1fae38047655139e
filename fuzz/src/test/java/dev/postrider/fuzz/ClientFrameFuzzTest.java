package dev.postrider.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.FrameCodec.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientFrameFuzzTest {
    /** Words of the inside, which an answer has only from whoever it answers. */
    private static final List<String> INSIDE = List.of("Exception", "StreamRead", "java.", "jackson", "dev.postrider");

    static Stream<Arguments> seeds() {
        return Fixtures.of("client", "server");
    }

    @MethodSource("seeds")
    @DictionaryEntries({
        "\"type\":",
        "\"attachments\":",
        "\\x5cud800",
        "\\x5cu0000",
        "1e999",
        "null",
        "true",
        "-1",
        "[",
        "]",
        "9007199254740992"
    })
    @FuzzTest
    void aTextIsAFrameThatIsReadAgainAlikeOrIsRefusedInWordsThatCanBeSent(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        switch (FrameCodec.readClient(text)) {
            case Reading.Good good ->
                assertEquals(good, FrameCodec.readClient(FrameCodec.write(good.frame())), good::toString);
            case Reading.Refused refused -> {
                byte[] answer = FrameCodec.write(refused.answer());
                assertEquals(refused.answer(), FrameCodec.readServer(answer));
                String words = new String(answer, StandardCharsets.UTF_8);
                assertTrue(INSIDE.stream().noneMatch(one -> words.contains(one) && !text.contains(one)), words);
            }
        }
    }
}
