package dev.postrider.contracts.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is checked by hand is what the published patterns say. */
class IdsTest {
    private static final Pattern ULID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");
    private static final Pattern MESSAGE_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final long NOW = 1_790_000_000_000L;

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void everyCharacterAtEveryPlaceIsJudgedAsThePatternDoes() {
        String ulid = Ulids.next(NOW, random);
        String messageId = MessageIds.next(NOW, random);
        for (char c = 0; c < 0x180; c++) {
            for (int at = 0; at < ulid.length(); at++) {
                String other = with(ulid, at, c);
                assertEquals(ULID.matcher(other).matches(), Ulids.isUlid(other), other);
            }
            for (int at = 0; at < messageId.length(); at++) {
                String other = with(messageId, at, c);
                assertEquals(MESSAGE_ID.matcher(other).matches(), MessageIds.isMessageId(other), other);
            }
        }
    }

    @Test
    void lengthCounts() {
        String ulid = Ulids.next(NOW, random);
        String messageId = MessageIds.next(NOW, random);
        assertTrue(Ulids.isUlid(ulid) && MessageIds.isMessageId(messageId));
        for (String wrong : new String[] {"", ulid.substring(1), ulid + "0", messageId.substring(1), messageId + "0"}) {
            assertFalse(Ulids.isUlid(wrong), wrong);
            assertFalse(MessageIds.isMessageId(wrong), wrong);
        }
    }

    private static String with(String text, int at, char c) {
        return text.substring(0, at) + c + text.substring(at + 1);
    }
}
