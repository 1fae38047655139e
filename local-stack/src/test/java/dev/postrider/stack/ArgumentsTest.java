package dev.postrider.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.stack.settings.SettingsException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void flagsBecomeSettings() {
        Arguments arguments = Arguments.parse(
                List.of("up", "--nodes", "4", "--port", "9000", "--fresh", "--detach", "--set", "kafka.port=1=2"));

        assertEquals(Map.of("nodes", "4", "port", "9000", "kafka.port", "1=2"), arguments.flags());
        assertTrue(arguments.fresh() && arguments.detach());
    }

    @Test
    void flagOfAnotherCommandIsRefused() {
        assertEquals("--json belongs to status.", refusal("up", "--json"));
        assertEquals("--fresh belongs to up.", refusal("down", "--fresh"));
    }

    @Test
    void unknownWordsAreRefused() {
        assertEquals("There is no command upp.", refusal("upp"));
        assertEquals("There is no flag --nods.", refusal("up", "--nods", "3"));
        assertEquals("--port needs a value.", refusal("up", "--port"));
    }

    private static String refusal(String... words) {
        return String.valueOf(assertThrows(SettingsException.class, () -> Arguments.parse(List.of(words)))
                .getMessage());
    }
}
