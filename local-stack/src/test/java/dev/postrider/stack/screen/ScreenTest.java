package dev.postrider.stack.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void outsideATerminalThereAreOnlyWholePlainLines() {
        try (Screen screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), new Style(false))) {
            screen.onStarting("redis");
            screen.onReady("redis", Duration.ofMillis(240));
        }

        assertEquals("  ✓ redis                0.2 s\n", text());
    }

    @Test
    void endingIsToldInWords() {
        assertEquals("ended by itself (exit code 1)", Screen.ending(1));
        assertEquals("was killed (signal 9)", Screen.ending(137));
    }

    @Test
    void movingLineIsErasedInTheEnd() {
        try (Screen screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), new Style(true))) {
            screen.onStarting("kafka");
            screen.line("hello");
        }

        assertFalse(text().endsWith(" s\u001b[0m"));
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
